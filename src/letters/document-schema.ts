import { z } from 'zod';
import type { Block, LetterDocument, Statement } from './document.ts';

const statement: z.ZodType<Statement> = z.strictObject({
  text: z.string(),
  from: z.strictObject({ question: z.string(), key: z.string() }).exactOptional(),
});
const statements = z.array(statement);

const block: z.ZodType<Block> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['marking', 'date', 'salutation', 'subject', 'heading', 'close', 'tick-box']),
    text: z.string(),
  }),
  z.strictObject({
    kind: z.enum(['sender', 'recipient', 'reference', 'signed']),
    lines: z.array(z.string()),
  }),
  z.strictObject({ kind: z.literal('paragraph'), sentences: statements }),
  z.strictObject({ kind: z.literal('list'), intro: z.string(), items: statements }),
  z.strictObject({ kind: z.literal('write-in'), label: z.string() }),
  z.strictObject({ kind: z.literal('writing-lines'), count: z.int().positive() }),
  z.strictObject({ kind: z.literal('new-page') }),
]);

/** The schema of a stored letter. Parsing changes nothing: a letter is returned as stored, or refused. */
export const letterDocumentSchema: z.ZodType<LetterDocument> = z.strictObject({
  title: z.string(),
  about: z.string().exactOptional(),
  blocks: z.array(block),
});
