import { z } from 'zod';
import type { Schemas } from './sealed-row.ts';

/** A letter as it was sent. The store does not check its content. */
const letterSchema = z.object({ document: z.unknown() });

export type LetterRow = z.infer<typeof letterSchema>;

export const letterSchemas: Schemas<LetterRow> = { 1: letterSchema };
