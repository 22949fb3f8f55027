import { beforeAll, describe, expect, it } from 'vitest';
import type { Print } from '../../src/letters/document.ts';
import { createPdfRenderer, type PdfRenderer } from '../../src/formats/pdf/renderer.ts';
import { sampleLetter } from '../support/sample-letter.ts';
import { readPdf } from './read-pdf.ts';

let pdfs: PdfRenderer;
beforeAll(async () => {
  pdfs = await createPdfRenderer({ service: 'Test' });
});

/** The lines of the PDF's text, from the top. */
async function linesOf(paragraphs: readonly string[], print: Print): Promise<string[]> {
  const letter = sampleLetter({ paragraphs, list: { intro: '', items: [] }, subject: 'My treatment' });
  const found = await readPdf(await pdfs.render(letter, print));
  const lines = new Map<string, string>();
  for (const { page, baseline, text } of found.texts) {
    const key = `${page} ${Math.round(baseline)}`;
    lines.set(key, `${lines.get(key) ?? ''}${text}`);
  }
  return [...lines.values()];
}

const WHOLE = ['50 mg', '22 November 2026', 'Dr Patel', '3 years', '999 000 0018', 'self-harm', 'and/or'];

describe('the lines of a PDF', () => {
  it('never break a number, a dose, a date or a word', async () => {
    const ends = new Set<number>();
    for (let length = 26; length < 56; length += 1) {
      const before = `${'ab '.repeat(14)}${'i'.repeat(length)}`;
      const paragraphs = WHOLE.map((whole) => `${before} ${whole} and more words after it.`);
      const lines = await linesOf(paragraphs, 'normal');
      const own = WHOLE.map((whole) => lines.find((line) => line.includes(whole)) ?? '');
      expect(
        own.filter((line) => line === ''),
        `${length}: ${lines.join(' / ')}`,
      ).toEqual([]);
      for (const line of own) ends.add(line.indexOf('and more'));
    }
    expect(ends.size, 'the sweep must cross the end of a line').toBeGreaterThan(10);
  });

  it.each(['normal', 'large'] as const)(
    'break between words even if no-break spaces were pasted: %s',
    async (print) => {
      const words = 'I saw three consultants about treatments and nobody explained anything '
        .repeat(6)
        .trim();
      const lines = await linesOf([words.replaceAll(' ', '\u00a0')], print);
      const known = new Set(words.split(' '));
      const own = lines.filter((line) => line.includes('consultants') || line.includes('nobody'));
      expect(own.length).toBeGreaterThan(4);
      for (const word of own.flatMap((line) => line.trim().split(' '))) expect(known).toContain(word);
    },
  );

  it('break a word only if it is longer than a line, and then after a hyphen if there is one', async () => {
    const long = `${'second-opinion-'.repeat(10)}end`;
    const lines = await linesOf([`Before ${long} after.`], 'normal');
    const own = lines.filter((line) => line.includes('opinion'));
    expect(own.length).toBeGreaterThan(1);
    for (const line of own.slice(0, -1)) expect(line.trim()).toMatch(/-$/);
    expect(own[0]).not.toContain('Before');
  });
});
