import { z } from 'zod';
import type { Schemas } from './sealed-row.ts';

/**
 * What a code opens: one journey. The code's last day is not in this row, which only the code can open. It is
 * in the journey's own list, and the store erases the row after that day.
 */
const codeSchema = z.object({ id: z.string(), key: z.string() });

export type CodeRow = z.infer<typeof codeSchema>;

export const codeSchemas: Schemas<CodeRow> = { 1: codeSchema };
