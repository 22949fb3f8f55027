import { z } from 'zod';
import { endOf } from './keep-for.ts';
import type { Lifetimes } from './lifetimes.ts';
import type { Schemas } from './sealed-row.ts';

const givenSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const entrySchema = z.object({
  id: z.string(),
  what: z.string(),
  when: z.string().optional(),
  addedAt: z.number(),
  fields: givenSchema,
});
const journeySchema = z.object({
  answers: z.record(z.string(), givenSchema),
  offered: z.record(z.string(), givenSchema),
  choices: z.record(z.string(), z.array(z.string())),
  entries: z.array(entrySchema),
  /** The letters that were sent: which entry's, and the id of the copy. */
  letters: z.array(z.object({ entryId: z.string(), copyId: z.string() })),
  codes: z.array(z.object({ rowId: z.string(), day: z.string() })),
  /** When it was used last, to within the step of its hours. */
  used: z.number(),
  /** When it was used last before a code was taken up. */
  usedBefore: z.number().optional(),
});

/** All that is kept of a journey in its own row. */
export type JourneyRow = z.infer<typeof journeySchema>;

export const journeySchemas: Schemas<JourneyRow> = { 1: journeySchema };

/** Until when a journey lives: as long as its longest code, or its hours after its last use. */
export function lifeOf({ used, codes }: JourneyRow, { unusedUntil }: Lifetimes): number {
  return Math.max(unusedUntil(used), ...codes.map(({ day }) => endOf(day)));
}

/** The last days of the codes that work, the longest last. */
export function workingDays({ codes }: JourneyRow, { isWorking }: Lifetimes): readonly string[] {
  return codes
    .filter(isWorking)
    .map(({ day }) => day)
    .sort();
}

/** When it was used last before a code was taken up; otherwise its last use. */
export function lastOpenedOf({ used, usedBefore }: JourneyRow): number {
  return usedBefore ?? used;
}
