import { beforeAll, describe, expect, it } from 'vitest';
import type { LetterDocument, Print } from '../../src/letters/document.ts';
import { LetterTooLong } from '../../src/formats/pdf/errors.ts';
import { createPdfRenderer, type PdfRenderer } from '../../src/formats/pdf/renderer.ts';
import { PAGE, STYLES } from '../../src/formats/pdf/layout/style.ts';
import { renderPlainText } from '../../src/formats/plain-text.ts';
import { sampleLetter, sampleParagraph, sampleWithConsent, sharedWords } from '../support/sample-letter.ts';
import { type FoundPdf, type FoundText, readPdf } from './read-pdf.ts';

const PRINTS = ['normal', 'large'] as const;

let pdfs: PdfRenderer;
beforeAll(async () => {
  pdfs = await createPdfRenderer({ service: 'Test' });
});

const read = async (letter: LetterDocument, print: Print) => readPdf(await pdfs.render(letter, print));

/** The texts of the letter that are outside the margins, apart from rounding. */
function beyondMargins({ texts }: FoundPdf, print: Print): string[] {
  const styles = STYLES[print];
  const side = Math.min(...styles.map(({ margin }) => margin.side)) - 0.01;
  const top = Math.min(...styles.map(({ margin }) => margin.top));
  const bottom = PAGE.height - Math.min(...styles.map(({ margin }) => margin.bottom));
  const outside = (text: FoundText) =>
    text.left < side || text.right > PAGE.width - side || text.baseline < top || text.baseline > bottom;
  return texts.filter((text) => !text.artifact && outside(text)).map(({ text }) => text);
}

/** The baselines of a page's text from the top, one for each line. */
function linesOn({ texts }: FoundPdf, page: number): number[] {
  const baselines = texts
    .filter((text) => text.page === page && !text.artifact)
    .map(({ baseline }) => baseline);
  return [...new Set(baselines.map((baseline) => Math.round(baseline * 10) / 10))].sort((a, b) => a - b);
}

describe('the margins of a PDF', () => {
  const longest: readonly (readonly [string, LetterDocument])[] = [
    ['a list of 20 items', sampleLetter({ list: { intro: 'Problems:', items: longItems() } })],
    ['a text of 5,000 characters', sampleLetter({ paragraphs: [sampleParagraph(120).slice(0, 5000)] })],
    [
      'tokens of 200',
      sampleLetter({ paragraphs: [`${'W'.repeat(200)} ${'i'.repeat(200)} ${'éa'.repeat(100)}`] }),
    ],
    ['long addresses', sampleLetter({ sender: longLines(), recipient: longLines(), signed: longLines() })],
    [
      'a long subject and salutation',
      sampleLetter({ subject: 'm'.repeat(200), salutation: 'w'.repeat(120) }),
    ],
    ['a token of 10,000', sampleLetter({ paragraphs: ['x'.repeat(10_000)] })],
    ['Arabic', sampleLetter({ paragraphs: ['لا أنام جيدا ولا أستطيع العمل. '.repeat(40), 'ي'.repeat(300)] })],
    ['Bengali', sampleLetter({ paragraphs: ['আমি পাঁচ বছর ধরে অসুস্থ। '.repeat(40), 'ক্ষু'.repeat(100)] })],
  ];

  function longItems(): string[] {
    return Array.from({ length: 20 }, (_, i) => `${i} ${sampleParagraph(12, i)}`.slice(0, 500));
  }
  function longLines(): string[] {
    return Array.from({ length: 8 }, (_, i) => `${i} ${sampleParagraph(6, i)}`.slice(0, 200));
  }

  for (const [name, letter] of longest) {
    it.each(PRINTS)(`hold ${name} in %s print`, async (print) => {
      const found = await read(letter, print);
      expect(found.texts.length).toBeGreaterThan(10);
      expect(beyondMargins(found, print)).toEqual([]);
    });
  }

  it('are really measured: text that was drawn further out would be found', async () => {
    const found = await read(sampleLetter(), 'normal');
    const moved = found.texts.map((text) => ({ ...text, right: text.right + 300 }));
    expect(beyondMargins({ ...found, texts: moved }, 'normal')).not.toEqual([]);
  });

  it('lose no part of a word that has to be cut', async () => {
    const letter = sampleLetter({ paragraphs: ['Wi'.repeat(2_000)] });
    const found = await read(letter, 'large');
    const squeeze = (text: string) => sharedWords(text).replaceAll(' ', '');
    expect(squeeze(found.text)).toBe(squeeze(renderPlainText(letter)));
  });
});

describe('the pages of a PDF', () => {
  it('are one for an ordinary letter', async () => {
    expect((await read(sampleLetter(), 'normal')).pages).toBe(1);
  });

  it('are still one when closer lines are enough, and the type keeps its size', async () => {
    const pages = [];
    for (let sentences = 16; sentences < 52; sentences += 2) {
      const found = await read(sampleLetter({ paragraphs: [sampleParagraph(sentences)] }), 'normal');
      pages.push(found.pages);
      expect(found.texts.find(({ text }) => text.startsWith('Dear'))?.size).toBeCloseTo(12);
    }
    expect(pages[0]).toBe(1);
    expect(pages.at(-1)).toBe(2);
    expect(pages).toEqual(pages.toSorted((a, b) => a - b));
  });

  it('have a break before the consent slip', async () => {
    const found = await read(sampleWithConsent(), 'normal');
    expect(found.pages).toBe(2);
    expect(found.texts.find(({ page, artifact }) => page === 2 && !artifact)?.text).toBe('Consent');
  });

  it('are at most 15', async () => {
    const pagesFull = (count: number) =>
      sampleLetter({ paragraphs: Array.from({ length: count }, (_, i) => sampleParagraph(25, i)) });
    expect((await read(pagesFull(24), 'normal')).pages).toBeLessThanOrEqual(15);
    await expect(pdfs.render(pagesFull(60), 'normal')).rejects.toBeInstanceOf(LetterTooLong);
    await expect(pdfs.render(pagesFull(24), 'large')).rejects.toBeInstanceOf(LetterTooLong);
    await expect(
      pdfs.render(sampleLetter({ paragraphs: ['i'.repeat(1_000_000)] }), 'normal'),
    ).rejects.toThrow();
  });
});

/** The lengths within a few lines of a page that ends: at others nothing can be parted. */
function nearPageEnds(letterOf: (length: number) => LetterDocument, print: Print): readonly number[] {
  const lengths = Array.from({ length: 11 }, (_, at) => 2 + at * 4);
  const pages = lengths.map((length) => pdfs.pages(letterOf(length), print));
  const ends = lengths.filter((_, at) => at > 0 && pages[at] !== pages[at - 1]);
  return ends.flatMap((end) => Array.from({ length: 10 }, (_, at) => Math.max(2, end - 6) + at));
}

describe('what belongs together stays together', () => {
  const bodies: readonly (readonly [string, (lines: number) => LetterDocument])[] = [
    ['one paragraph', (n) => sampleLetter({ paragraphs: [sampleParagraph(n)] })],
    ['a short last paragraph', (n) => sampleLetter({ paragraphs: [sampleParagraph(n), 'Thank you.'] })],
    [
      'a list',
      (n) => sampleLetter({ list: { intro: 'These:', items: Array.from({ length: n + 1 }, () => 'Sleep') } }),
    ],
  ];
  for (const [name, letterOf] of bodies) {
    it.each(PRINTS)(`the sign-off, with two lines of the letter (${name}, %s print)`, async (print) => {
      const ends = new Set<number>();
      for (const length of nearPageEnds(letterOf, print)) {
        const found = await read(letterOf(length), print);
        const close = found.texts.find(({ text }) => text === 'Yours sincerely');
        const signed = found.texts.findLast(({ text }) => text === 'Amina Khan');
        expect(signed?.page).toBe(close?.page);
        const above = linesOn(found, close?.page ?? 0).filter(
          (baseline) => baseline < (close?.baseline ?? 0) - 1,
        );
        expect(above.length, `length ${length}`).toBeGreaterThanOrEqual(2);
        ends.add(close?.page ?? 0);
      }
      expect(ends.size, 'the sweep must cross a page').toBeGreaterThan(1);
    });
  }

  it.each(PRINTS)(
    'a paragraph, so that no page of %s print ends or begins with one line of it',
    async (print) => {
      const words = Array.from({ length: 70 }, (_, i) => `${'abcdefghij'[i % 10] ?? ''}word`).join(' ');
      let broken = 0;
      for (let length = 4; length < 44; length++) {
        const paragraphs = [sampleParagraph(length), words, 'The end.'];
        const found = await read(sampleLetter({ paragraphs, list: { intro: '', items: [] } }), print);
        const lines = Array.from({ length: found.pages }, (_, i) => {
          const onPage = found.texts.filter(({ page, text }) => page === i + 1 && text.includes('word'));
          return new Set(onPage.map(({ baseline }) => Math.round(baseline))).size;
        }).filter((count) => count > 0);
        if (lines.length > 1) broken++;
        expect(Math.min(...lines), `length ${length}`).toBeGreaterThan(1);
      }
      expect(broken, 'the sweep must break the paragraph').toBeGreaterThan(1);
    },
  );

  it('a list and the line that leads into it', async () => {
    for (let length = 14; length < 44; length++) {
      const letter = sampleLetter({
        list: { intro: 'These are they:', items: ['One thing', 'Another thing'] },
      });
      const blocks = letter.blocks.toSpliced(7, 1, {
        kind: 'paragraph',
        sentences: [{ text: sampleParagraph(length) }],
      });
      const found = await read({ ...letter, blocks }, 'normal');
      const intro = found.texts.find(({ text }) => text === 'These are they:');
      expect(found.texts.find(({ text }) => text === 'One thing')?.page, `length ${length}`).toBe(
        intro?.page,
      );
    }
  });
});
