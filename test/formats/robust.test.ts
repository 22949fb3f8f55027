import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Block } from '../../src/letters/document.ts';
import { renderDocx } from '../../src/formats/word.ts';
import { renderHtml } from '../../src/formats/html.ts';
import { createPdfRenderer, type PdfRenderer } from '../../src/formats/pdf/renderer.ts';
import { renderPlainText } from '../../src/formats/plain-text.ts';
import { sampleLetter } from '../support/sample-letter.ts';
import { readPdf, strays } from './read-pdf.ts';

let pdfs: PdfRenderer;
beforeAll(async () => {
  pdfs = await createPdfRenderer({ service: 'Test' });
});

/** UTF-16 units of any kind, with lone surrogates, and pieces that have broken such programs before. */
const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
const piece = fc.constantFrom(
  'ﷺ',
  'ﷲ',
  '\u202e',
  '\u200d',
  'é'.normalize('NFD'),
  '\u0300\u0301',
  'ক্ষ',
  'สวัสดี',
  '👩‍👩‍👧',
  '\n',
  ' ',
);
const text = fc.oneof(
  fc
    .array(fc.oneof(unit, piece, fc.constantFrom('a', ' ', 'ب', 'ש')), { maxLength: 60 })
    .map((units) => units.join('')),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
);
const lines = fc.array(text, { maxLength: 4 });
const statements = fc.array(fc.record({ text }), { maxLength: 4 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('sender', 'recipient', 'reference', 'signed'), lines }),
  fc.record({
    kind: fc.constantFrom('date', 'salutation', 'subject', 'heading', 'marking', 'close', 'tick-box'),
    text,
  }),
  fc.record({ kind: fc.constant('paragraph'), sentences: statements }),
  fc.record({ kind: fc.constant('list'), intro: text, items: statements }),
  fc.record({ kind: fc.constant('write-in'), label: text }),
  fc.record({ kind: fc.constant('new-page') }),
);

describe('whatever is in a letter', () => {
  it('every format can be made, and the PDF has no text outside its tags', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(block, { maxLength: 10 }),
        fc.constantFrom('normal', 'large'),
        async (blocks, print) => {
          const letter = { title: 'Letter', blocks };
          expect(renderPlainText(letter).isWellFormed()).toBe(true);
          expect(renderHtml(letter).isWellFormed()).toBe(true);
          expect((await renderDocx(letter, print, 'Test')).length).toBeGreaterThan(1000);
          const found = await readPdf(await pdfs.render(letter, print));
          expect(strays(found)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a lone surrogate', 'a \ud800 b \udc00'],
    ['controls', 'a\u0000b\u0007c\u001bd\u0085e'],
    ['a token of 10,000', 'q'.repeat(10_000)],
    ['a token of 10,000 in Arabic', 'ب'.repeat(10_000)],
    ['a thousand marks on one letter', `e${'\u0301'.repeat(1_000)}`],
    ['noncharacters', 'a\ufffe\uffff\u{1ffff}b'],
    ['nothing', ''],
  ])('%s', async (_name, words) => {
    const letter = sampleLetter({ paragraphs: [words], sender: [words], subject: words, signed: [words] });
    const started = process.cpuUsage();
    await pdfs
      .render(letter, 'large')
      .catch((error: unknown) => expect(error).toMatchObject({ name: 'LetterTooLong' }));
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(3_000);
    await renderDocx(letter, 'normal', 'Test');
    expect(renderHtml(letter)).not.toMatch(/[^\P{Cc}\n]/u);
  });
});
