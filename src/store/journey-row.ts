import { z } from 'zod';
import { endOf } from './keep-for.ts';
import type { Lifetimes } from './lifetimes.ts';
import type { Schemas } from './sealed-row.ts';

const isText = (value: unknown) => typeof value === 'string';
/** One page's fields. With a schema for each text a row of 100 entries takes three times as long to read. */
const givenSchema = z.custom<Record<string, string | string[]>>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((one) => isText(one) || (Array.isArray(one) && one.every(isText))),
);
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
  /** The letters that were sent: the id of the entry, and of the copy. */
  letters: z.array(z.object({ entryId: z.string(), copyId: z.string() })),
  codes: z.array(z.object({ rowId: z.string(), day: z.string() })),
  /** When it was last used, to within an hour or less (see `createLifetimes`). */
  used: z.number(),
  /** When it was last used before a code opened it. */
  usedBefore: z.number().optional(),
});

/** What a journey's own row holds. */
export type JourneyRow = z.infer<typeof journeySchema>;

export const journeySchemas: Schemas<JourneyRow> = { 1: journeySchema };

/** When a journey expires: after its longest code, or some hours after its last use, the later of the two. */
export function lifeOf({ used, codes }: JourneyRow, { unusedUntil }: Lifetimes): number {
  return Math.max(unusedUntil(used), ...codes.map(({ day }) => endOf(day)));
}

/** The last days of the codes that still work, the latest last. */
export function workingDays({ codes }: JourneyRow, { isWorking }: Lifetimes): readonly string[] {
  return codes
    .filter(isWorking)
    .map(({ day }) => day)
    .sort();
}

/** When it was last used before a code opened it; otherwise its last use. */
export function lastOpenedOf({ used, usedBefore }: JourneyRow): number {
  return usedBefore ?? used;
}
