import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/formats/html.ts';
import { renderPlainText } from '../../src/formats/plain-text.ts';
import { SAMPLE_TITLE, sampleWithConsent, sharedWords } from '../support/sample-letter.ts';
import { hostile, LETTERS, mixedDirections } from './letters.ts';

describe('plain text', () => {
  it('is laid out as a letter', () => {
    expect(renderPlainText(sampleWithConsent({ paragraphs: ['First.', 'Last.'] }))).toMatchInlineSnapshot(`
      "Private and confidential

      Amina Khan
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

  it('leaves out empty blocks and line ends within a line', () => {
    const blocks = [
      { kind: 'paragraph', sentences: [{ text: ' \u0000' }] },
      { kind: 'list', intro: 'These:', items: [{ text: '' }, { text: ' ' }] },
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
  it.each(LETTERS)('has the words of the plain text: %s', (_name, letter) => {
    const page = parseFragment(renderHtml(letter)) as HtmlNode;
    expect(sharedWords(textOf(page))).toBe(sharedWords(renderPlainText(letter)));
  });

  it('uses the right element for each part', () => {
    const names = (html: string) => allOf(parseFragment(html) as HtmlNode).map(({ nodeName }) => nodeName);
    const found = names(renderHtml(hostile, 3));
    expect(found.filter((name) => /^h\d$/.test(name))).toEqual(['h3', 'h4']);
    expect(found.filter((name) => name === 'li')).toHaveLength(2);
    expect(new Set(found)).toEqual(
      new Set(['#document-fragment', '#text', 'div', 'p', 'h3', 'h4', 'ul', 'li', 'hr', 'span', 'bdi']),
    );
  });

  it('keeps doses and dates on one line, and isolates each sentence when one of them reads from right to left', () => {
    const html = renderHtml(mixedDirections);
    expect(html).toContain(
      '<bdi>Some background about <bdi class="letter__whole">50 mg</bdi> since <bdi class="letter__whole">22 November 2026:</bdi></bdi> <bdi>أنا',
    );
    expect(renderHtml(hostile)).not.toContain('<bdi>');
  });

  it('lets the browser find the direction of every text that may be typed, and has no inline styles', () => {
    const elements = allOf(parseFragment(renderHtml(hostile)));
    const has = (node: HtmlNode, name: string) =>
      node.attrs?.some((attribute) => attribute.name === name) === true;
    const texts = elements.filter(({ nodeName }) => ['p', 'h2', 'h3', 'li'].includes(nodeName));
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((node) => !has(node, 'dir'))).toEqual([]);
    expect(elements.filter((node) => has(node, 'style'))).toEqual([]);
  });
});
