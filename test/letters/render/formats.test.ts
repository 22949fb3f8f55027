import { strFromU8, unzipSync } from 'fflate';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { LetterDocument } from '../../../src/letters/document.ts';
import { renderDocx } from '../../../src/letters/render/docx.ts';
import { renderHtml } from '../../../src/letters/render/html.ts';
import { renderPlainText } from '../../../src/letters/render/plain-text.ts';
import { SAMPLE_TITLE, sampleLetter, sampleWithConsent, sharedWords } from '../../support/sample-letter.ts';

const hostile = sampleWithConsent({
  sender: ['<b>Amina</b> & "Co"', "O'Brien"],
  subject: '</h2><script>alert(1)</script>',
  paragraphs: ['a\nb\tc', 'x &amp; y < z', 'أنا مريضة منذ خمس سنوات', 'Dr 선생 🙂'],
  list: { intro: 'These:', items: ['<li>', '& more'] },
});
const LETTERS: readonly (readonly [string, LetterDocument])[] = [
  ['a usual letter', sampleLetter()],
  ['a consent slip', sampleWithConsent()],
  ['hostile and foreign words', hostile],
];

describe('plain text', () => {
  it('is laid out as a letter', () => {
    expect(renderPlainText(sampleWithConsent({ paragraphs: ['First.', 'Last.'] }))).toMatchInlineSnapshot(`
      "Amina Khan
      12 Mill Lane
      Leeds
      LS1 4AB
      amina.khan@example.org

      22 November 2026

      Dr Anil Patel
      Park Surgery
      3 High Street
      Leeds

      Dear Dr Patel,

      Second opinion

      Name: Amina Khan
      Date of birth: 4 March 1988
      NHS number: 943 476 5919

      First.

      My condition affects these parts of my life:
      - I sleep two or three hours a night
      - I cannot concentrate at work
      - I do not leave home alone

      Last.

      Yours sincerely



      Amina Khan




      Consent

      Amina Khan agrees that Idris Khan may do what is ticked here.

      ☐ Ask for a second opinion about my treatment
      ☐ Get the reply to this letter
      ☐ Talk with you about what is in my health record

      This holds until: ______________________________

      Amina Khan may take this back at any time, by telling you or Idris Khan.

      Signature: ______________________________

      Date: ______________________________
      "
    `);
  });

  it('has no empty blocks and no line ends that were typed', () => {
    const blocks = [
      { kind: 'paragraph', text: ' \u200b \u0000'.replace('\u200b', '') },
      { kind: 'list', intro: 'These:', items: ['', ' '] },
      { kind: 'sender', lines: ['', 'A\r\nB', '\t'] },
      { kind: 'heading', text: '' },
    ] as const;
    expect(renderPlainText({ title: SAMPLE_TITLE, blocks })).toBe('These:\n\nA B\n');
  });
});

interface HtmlNode {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly HtmlNode[];
}
const textOf = (node: HtmlNode): string => node.value ?? (node.childNodes ?? []).map(textOf).join('');
const allOf = (node: HtmlNode): HtmlNode[] => [node, ...(node.childNodes ?? []).flatMap(allOf)];

describe('HTML', () => {
  it.each(LETTERS)('says the words of the plain text: %s', (_name, letter) => {
    const page = parseFragment(renderHtml(letter)) as HtmlNode;
    expect(sharedWords(textOf(page))).toBe(sharedWords(renderPlainText(letter)));
  });

  it('is made of the elements that the parts are', () => {
    const names = (html: string) => allOf(parseFragment(html) as HtmlNode).map(({ nodeName }) => nodeName);
    const found = names(renderHtml(hostile, 3));
    expect(found.filter((name) => /^h\d$/.test(name))).toEqual(['h3', 'h4']);
    expect(found.filter((name) => name === 'li')).toHaveLength(2);
    expect(new Set(found)).toEqual(
      new Set(['#document-fragment', '#text', 'div', 'p', 'h3', 'h4', 'ul', 'li', 'hr', 'span']),
    );
  });

  it('lets the browser find the direction of everything that may be typed, and has no styles of its own', () => {
    const elements = allOf(parseFragment(renderHtml(hostile)));
    const has = (node: HtmlNode, name: string) =>
      node.attrs?.some((attribute) => attribute.name === name) === true;
    const texts = elements.filter(({ nodeName }) => ['p', 'h2', 'h3', 'li'].includes(nodeName));
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((node) => !has(node, 'dir'))).toEqual([]);
    expect(elements.filter((node) => has(node, 'style'))).toEqual([]);
  });
});

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

describe('Word', () => {
  it.each(LETTERS)('says the words of the plain text: %s', async (_name, letter) => {
    const { document } = await unzip(letter);
    expect(sharedWords(wordText(document))).toBe(sharedWords(renderPlainText(letter)));
  });

  it('has real headings, a real list, a page break, and lines to write on', async () => {
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

  it('sets right-to-left paragraphs from the right', async () => {
    const { document } = await unzip(hostile);
    const bidi = document.split('</w:p>').filter((paragraph) => paragraph.includes('<w:bidi/>'));
    expect(bidi.map(wordText)).toEqual(['أنا مريضة منذ خمس سنوات']);
    expect(bidi[0]).toContain('<w:rtl/>');
  });

  it('is British English, names the service and the constant title, and nothing that was typed', async () => {
    const { file, names } = await unzip(sampleLetter());
    expect(file('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>');
    const core = file('docProps/core.xml');
    expect(core).toContain('<dc:creator>The &amp; service</dc:creator>');
    expect(core).toContain('<cp:lastModifiedBy>The &amp; service</cp:lastModifiedBy>');
    expect(core).toContain(`<dc:title>${SAMPLE_TITLE}</dc:title>`);
    for (const name of names.filter((name) => name !== 'word/document.xml')) {
      expect(file(name), name).not.toMatch(/Amina|Patel|Mill Lane/);
    }
  });

  it('numbers the pages from the second, in the letter’s size', async () => {
    const { file, document, names } = await unzip(sampleLetter(), 'large');
    expect(document).toContain('<w:titlePg/>');
    const footers = names.filter((name) => /footer\d+\.xml$/.test(name)).map(file);
    expect(footers.map((footer) => /PAGE/.test(footer)).sort()).toEqual([false, true]);
    expect(file('word/styles.xml')).toContain('<w:sz w:val="36"/>');
  });
});
