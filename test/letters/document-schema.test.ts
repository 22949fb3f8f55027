import { describe, expect, it } from 'vitest';
import { letterDocumentSchema } from '../../src/letters/document-schema.ts';
import type { LetterDocument } from '../../src/letters/document.ts';
import { sampleWithConsent } from '../support/sample-letter.ts';

const from = { question: 'problems', key: 'problems:2' };
const sample = sampleWithConsent();
const letter: LetterDocument = {
  ...sample,
  blocks: [
    ...sample.blocks,
    { kind: 'paragraph', sentences: [{ text: 'I cannot sleep.', from }, { text: 'Please reply.' }] },
    { kind: 'list', intro: '', items: [{ text: 'Sleep', from }] },
  ],
};
const stored = (document: unknown): unknown => JSON.parse(JSON.stringify(document));

describe('the schema of a letter', () => {
  it('reads back a stored letter with every kind of block', () => {
    expect(letterDocumentSchema.parse(stored(letter))).toEqual(letter);
  });

  it('reads a letter about nobody in particular', () => {
    expect(letterDocumentSchema.parse({ title: 'Card', blocks: [] })).toEqual({ title: 'Card', blocks: [] });
  });

  it.each([
    ['another kind of block', { title: 'T', blocks: [{ kind: 'picture', text: '' }] }],
    ['a block without its words', { title: 'T', blocks: [{ kind: 'paragraph', text: 'Old.' }] }],
    ['a key that no block has', { title: 'T', blocks: [{ kind: 'date', text: '', html: '' }] }],
    ['half a source', { title: 'T', blocks: [{ kind: 'list', intro: '', items: [{ text: '', from: {} }] }] }],
    ['nothing', null],
  ])('refuses %s', (_name, document) => {
    expect(letterDocumentSchema.safeParse(document).success).toBe(false);
  });
});
