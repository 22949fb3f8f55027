import { z } from 'zod';
import type { Schemas } from './sealed-row.ts';

/** A letter as it was sent. What is in it is for those who wrote it: the store only keeps it. */
const letterSchema = z.object({ document: z.unknown() });

export type LetterRow = z.infer<typeof letterSchema>;

export const letterSchemas: Schemas<LetterRow> = { 1: letterSchema };
