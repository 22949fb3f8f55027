import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { LetterDocument } from '../../src/letters/document.ts';
import { renderDocx } from '../../src/formats/word.ts';
import { renderPlainText } from '../../src/formats/plain-text.ts';
import { SAMPLE_TITLE, sampleLetter, sampleWithConsent, sharedWords } from '../support/sample-letter.ts';
import { hostile, LETTERS, mixedDirections } from './letters.ts';

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" } as const;

/** The paragraphs' texts of a Word file, one a line. */
function wordText(xml: string): string {
  const paragraphs = xml
    .split('</w:p>')
    .map((paragraph) =>
      Array.from(paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g), ([, text = '']) => text).join(''),
    );
  return paragraphs.join('\n').replace(/&(\w+);/g, (_, name: keyof typeof NAMED) => NAMED[name]);
}

async function unzip(letter: LetterDocument, print: 'normal' | 'large' = 'normal') {
  const files = unzipSync(await renderDocx(letter, print, 'The & service'));
  const file = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  return { names: Object.keys(files), file, document: file('word/document.xml') };
}

describe('a Word file', () => {
  it.each(LETTERS)('has the words of the plain text: %s', async (_name, letter) => {
    const { document } = await unzip(letter);
    expect(sharedWords(wordText(document))).toBe(sharedWords(renderPlainText(letter)));
  });

  it('has real headings, a real list, a page break and lines to write on', async () => {
    const { document } = await unzip(sampleWithConsent());
    expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(1);
    expect(document.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(1);
    expect(document.match(/<w:numPr>/g)).toHaveLength(3);
    expect(document.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
    expect(document.match(/w:leader="underscore"/g)).toHaveLength(3);
    expect(document).not.toContain('•');
  });

  it('keeps headings, the line before a list, and the sign-off with what follows', async () => {
    const { document } = await unzip(sampleLetter({ paragraphs: ['First.', 'Last.'] }));
    const kept = document.split('</w:p>').filter((paragraph) => paragraph.includes('<w:keepNext/>'));
    const texts = kept.map(wordText).map((text) => text.trim());
    for (const text of [
      'Second opinion',
      'My condition affects these parts of my life:',
      'Last.',
      'Yours sincerely',
    ]) {
      expect(texts).toContain(text);
    }
    expect(texts).not.toContain('First.');
  });

  it('gives every spacing in lines, so that large print does not overlap', async () => {
    const { file, document } = await unzip(sampleWithConsent(), 'large');
    const inParagraphs = document.match(/<w:spacing [^>]*>/g) ?? [];
    expect(inParagraphs).toHaveLength(document.match(/<w:p>/g)?.length ?? 0);
    const inDefaults = /<w:pPrDefault>.*?(<w:spacing [^>]*>)/.exec(file('word/styles.xml'))?.[1] ?? '';
    for (const spacing of [...inParagraphs, inDefaults])
      expect(spacing).toContain('w:line="312" w:lineRule="auto"');
  });

  it('keeps doses and dates on one line, and leaves addresses as they were typed', async () => {
    const { document } = await unzip(sampleLetter({ paragraphs: ['I take 50 mg since 22 November 2026.'] }));
    expect(document).toContain('I take 50\u00a0mg since 22\u00a0November\u00a02026.');
    expect(document).toContain('12 Mill Lane');
  });

  it('gives each sentence its own direction when one of them reads from right to left', async () => {
    const { document } = await unzip(mixedDirections);
    const paragraph = document.split('</w:p>').find((xml) => xml.includes('أنا'));
    expect(paragraph?.match(/<w:rtl\/>/g)).toHaveLength(1);
    expect(paragraph).not.toContain('<w:bidi/>');
  });

  it('aligns right-to-left paragraphs to the right', async () => {
    const { document } = await unzip(hostile);
    const bidi = document.split('</w:p>').filter((paragraph) => paragraph.includes('<w:bidi/>'));
    expect(bidi.map(wordText)).toEqual(['أنا مريضة منذ خمس سنوات']);
    expect(bidi[0]).toContain('<w:rtl/>');
  });

  it('is marked as British English, and its properties name the service and a fixed title, but nothing typed', async () => {
    const { file, names } = await unzip(sampleLetter());
    expect(file('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>');
    const core = file('docProps/core.xml');
    expect(core).toContain('<dc:creator>The &amp; service</dc:creator>');
    expect(core).toContain('<cp:lastModifiedBy>The &amp; service</cp:lastModifiedBy>');
    expect(core).toContain(`<dc:title>${SAMPLE_TITLE}</dc:title>`);
    const elsewhere = names.filter((name) => !/^word\/(?:document|footer\d+)\.xml$/.test(name));
    expect(elsewhere).toContain('docProps/app.xml');
    for (const name of elsewhere) {
      expect(file(name), name).not.toMatch(/Amina|Patel|Mill Lane/);
    }
  });

  it('has the person and the page number at the foot from the second page on, in the size of the letter', async () => {
    const { file, document, names } = await unzip(sampleLetter(), 'large');
    expect(document).toContain('<w:titlePg/>');
    const footers = names.filter((name) => /footer\d+\.xml$/.test(name)).map(file);
    expect(footers.map((footer) => /PAGE/.test(footer)).sort()).toEqual([false, true]);
    expect(footers.map((footer) => footer.includes('Amina Khan, born 4 March 1988')).sort()).toEqual([
      false,
      true,
    ]);
    expect(file('word/styles.xml')).toContain('<w:sz w:val="36"/>');
  });
});
