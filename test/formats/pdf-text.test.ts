import { beforeAll, describe, expect, it } from 'vitest';
import { createPdfRenderer, type PdfRenderer } from '../../src/formats/pdf/renderer.ts';
import { renderPlainText } from '../../src/formats/plain-text.ts';
import {
  SAMPLE_TITLE,
  sampleLetter,
  sampleParagraph,
  sampleWithConsent,
  sharedWords,
} from '../support/sample-letter.ts';
import { nodesOf, readPdf, strays } from './read-pdf.ts';

const SERVICE = 'Letters & more <test>';
const long = sampleWithConsent({ paragraphs: Array.from({ length: 9 }, (_, i) => sampleParagraph(8, i)) });

let pdfs: PdfRenderer;
beforeAll(async () => {
  pdfs = await createPdfRenderer({ service: SERVICE });
});

describe('the text of a PDF', () => {
  it.each([
    ['a short letter', sampleLetter(), 'normal'],
    ['a short letter in large print', sampleLetter(), 'large'],
    ['a long letter with a consent slip', long, 'normal'],
    ['a long letter with a consent slip in large print', long, 'large'],
  ] as const)('is the plain text, in its order: %s', async (_name, letter, print) => {
    const found = await readPdf(await pdfs.render(letter, print));
    expect(sharedWords(found.text)).toBe(sharedWords(renderPlainText(letter)));
  });

  it('does not depend on the letters made before, although they share fonts', async () => {
    const before = sampleLetter({ paragraphs: ['ŵ é ö Łódź office flow', 'ŷ ï we go'] });
    await pdfs.render(before, 'normal');
    const plain = sampleLetter({ paragraphs: ['we go to the office by the flow', 'we go'] });
    const found = await readPdf(await pdfs.render(plain, 'normal'));
    expect(sharedWords(found.text)).toBe(sharedWords(renderPlainText(plain)));
  });

  it('is in the same file, byte for byte, for the same letter and day', async () => {
    const [one, two] = await Promise.all([pdfs.render(long, 'normal'), pdfs.render(long, 'normal')]);
    expect(one.equals(two)).toBe(true);
  });

  it('has one page for a letter without words', async () => {
    const found = await readPdf(await pdfs.render({ title: SAMPLE_TITLE, blocks: [] }, 'normal'));
    expect(found.pages).toBe(1);
  });
});

describe('the tags of a PDF', () => {
  it.each(['normal', 'large'] as const)(
    'hold every text of %s print, either in the tree or as an artifact',
    async (print) => {
      const found = await readPdf(await pdfs.render(long, print));
      expect(found.pages).toBeGreaterThan(2);
      expect(found.texts.length).toBeGreaterThan(50);
      expect(strays(found)).toEqual([]);
    },
  );

  it('are one main heading, the heading of the slip, and a list with labels', async () => {
    const { trees } = await readPdf(await pdfs.render(sampleWithConsent(), 'normal'));
    const count = (role: string) => trees.flatMap((tree) => nodesOf(tree, role)).length;
    expect({ H1: count('H1'), H2: count('H2'), L: count('L') }).toEqual({ H1: 1, H2: 1, L: 1 });
    const items = trees.flatMap((tree) => nodesOf(tree, 'LI'));
    expect(items).toHaveLength(3);
    for (const item of items) {
      expect(item.children.map((child) => ('role' in child ? child.role : 'content'))).toEqual([
        'Lbl',
        'LBody',
      ]);
    }
    expect(trees.map((tree) => tree.children.map((child) => 'role' in child && child.role))[0]).toEqual([
      'Document',
    ]);
  });

  it('leave out the line with the person and the page number that each page has from the second on', async () => {
    const found = await readPdf(await pdfs.render(long, 'normal'));
    const artifacts = found.texts.filter(({ artifact }) => artifact);
    const pages = Array.from({ length: found.pages - 1 }, (_, i) => i + 2);
    expect(artifacts.map(({ page, text }) => `${page}: ${text}`)).toEqual(
      pages.flatMap((page) => [
        `${page}: Amina Khan, born 4 March 1988`,
        `${page}: Page ${page} of ${found.pages}`,
      ]),
    );
    for (const page of pages) {
      const [about, number] = artifacts.filter((text) => text.page === page);
      expect(about?.baseline).toBe(number?.baseline);
      expect(about?.right).toBeLessThan(number?.left ?? 0);
    }
  });

  it.each(['normal', 'large'] as const)(
    'leave out that line, which keeps within the margins of %s print',
    async (print) => {
      const about = `${'Wolfeschlegel '.repeat(7)}${'محمد'}, born 4 March 1988`;
      const found = await readPdf(await pdfs.render({ ...long, about }, print));
      const artifacts = found.texts.filter(({ artifact }) => artifact);
      expect(new Set(artifacts.map(({ baseline }) => baseline)).size).toBe(1);
      for (const { left, right } of artifacts) {
        expect(left).toBeGreaterThan(50);
        expect(right).toBeLessThan(545);
      }
    },
  );

  it('leave out the lines to write on, as artifacts', async () => {
    const file = await pdfs.render(sampleWithConsent(), 'normal');
    const found = await readPdf(file);
    expect(found.text).not.toContain('_');
    expect(strays(found)).toEqual([]);
  });
});

describe('what a PDF says about itself', () => {
  it('includes its language, title and service', async () => {
    const { info, xmpTitle, marked } = await readPdf(await pdfs.render(sampleLetter(), 'normal'));
    expect(marked).toBe(true);
    expect(info).toMatchObject({
      Language: 'en-GB',
      Title: SAMPLE_TITLE,
      Creator: SERVICE,
      Producer: SERVICE,
    });
    expect(xmpTitle).toBe(SAMPLE_TITLE);
  });

  it('includes the claim of PDF/UA, in well-formed XML', async () => {
    const letter = { ...sampleLetter(), title: 'A & B <c>' };
    const file = (await pdfs.render(letter, 'normal')).toString('utf8');
    const xml = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(file)?.[0] ?? '';
    expect(xml).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(wellFormed(xml)).toBe(true);
    expect(wellFormed(xml.replace('&amp;', '&'))).toBe(false);
  });

  it('includes nothing that was typed, and not the library', async () => {
    const file = await pdfs.render(
      sampleLetter({ subject: 'Zanzibar', signed: ['Quentin Zebra'] }),
      'normal',
    );
    for (const secret of ['Zanzibar', 'Quentin', 'Amina', 'Patel', 'PDFKit']) {
      expect(file.includes(secret, 0, 'latin1')).toBe(false);
      expect(file.includes(Buffer.from(secret, 'utf16le').swap16())).toBe(false);
    }
    expect(file.includes(SAMPLE_TITLE, 0, 'latin1')).toBe(true);
  });
});

/** Whether every tag is closed and no text has a bare "&" or "<", which is enough for XML without entities. */
function wellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, text = '', close, name = '', self] of xml.matchAll(
    /([^<]*)<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<&]*")*\s*(\/?)>/g,
  )) {
    if (/&(?!amp;|lt;|gt;|quot;)/.test(text)) return false;
    if (close) {
      if (open.pop() !== name) return false;
    } else if (!self) open.push(name);
  }
  const rest = xml.replace(/<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<&]*")*\s*(\/?)>/g, '');
  return open.length === 0 && !rest.includes('<');
}
