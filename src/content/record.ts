import { join } from 'node:path';
import { z } from 'zod';
import type { Wait } from '../record/waits.ts';
import { readYaml } from './read.ts';

const text = z.string();
const waits: Readonly<Record<Wait['for'] | 'appointment-day', z.ZodString>> = {
  ...{ answer: text, review: text, 'look-again': text, appointment: text, application: text, funding: text },
  ...{ 'review-by': text, report: text, acknowledgement: text, 'complaint-answer': text },
  'appointment-day': text,
};

const recordSchema = z.strictObject({
  title: text,
  sheet: text,
  printed: text,
  waitingFor: text,
  happened: text,
  nothing: text,
  waits: z.strictObject(waits),
  by: text,
  overdue: text,
  change: text,
  letter: z.strictObject({
    ...{ title: text, sentThis: text, sentEarlier: text, readCopy: text, tellUs: text, record: text },
    ...{ button: text, differs: text, change: text },
  }),
});

/** The words of the record's page and its printed sheet. */
export type RecordWords = z.infer<typeof recordSchema>;

/**
 * Reads the record's words.
 * @throws Error if one is missing or unknown
 */
export const readRecord = (folder: string): RecordWords =>
  readYaml(join(folder, 'record.yaml'), recordSchema);
