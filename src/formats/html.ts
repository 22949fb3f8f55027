import type { Block, LetterDocument, Statement } from '../letters/document.ts';
import { noBreakSpans } from './no-break-spans.ts';
import { escapeHtml } from './escape-html.ts';
import { beforeWritingLine, isRightToLeft, safeLetter, TICK_BOX, WRITING_LINE } from './safe-text.ts';

/** The heading level of the letter's subject on its page. */
export type SubjectLevel = 1 | 2 | 3 | 4 | 5;

/** Escaped, with each number, dose and date in one piece that is never broken or reordered. */
function wordsHtml(text: string): string {
  let html = '';
  let done = 0;
  for (const { start, end } of noBreakSpans(text)) {
    html += `${escapeHtml(text.slice(done, start))}<bdi class="letter__whole">${escapeHtml(text.slice(start, end))}</bdi>`;
    done = end;
  }
  return html + escapeHtml(text.slice(done));
}

/** Typed text may be in any script, so the browser takes its direction from the words. */
function element(name: string, className: string, text: string): string {
  return elementOf(name, className, wordsHtml(text));
}

function elementOf(name: string, className: string, html: string): string {
  return `<${name} class="letter__${className}" dir="auto">${html}</${name}>`;
}

/** If one sentence reads from right to left, each is isolated, or it would reorder its neighbours' words. */
function sentencesHtml(sentences: readonly Statement[]): string {
  const isMixed = sentences.length > 1 && sentences.some(({ text }) => isRightToLeft(text));
  return sentences.map(({ text }) => (isMixed ? `<bdi>${wordsHtml(text)}</bdi>` : wordsHtml(text))).join(' ');
}

/** The line ends keep the words apart for "copy as text", which takes only the text. */
function linesHtml(className: string, lines: readonly string[]): string {
  const paragraphs = lines.map((line) => element('p', 'line', line));
  return [`<div class="letter__${className}">`, ...paragraphs, '</div>'].join('\n');
}

function listHtml(intro: string, items: readonly Statement[]): string {
  const before = intro === '' ? [] : [element('p', 'intro', intro)];
  const entries = items.map(({ text }) => element('li', 'item', text));
  return [...before, '<ul class="letter__list">', ...entries, '</ul>'].join('\n');
}

function blockHtml(block: Block, level: SubjectLevel): string {
  switch (block.kind) {
    case 'sender':
    case 'recipient':
    case 'reference':
    case 'signed':
      return linesHtml(block.kind, block.lines);
    case 'paragraph':
      return elementOf('p', 'paragraph', sentencesHtml(block.sentences));
    case 'marking':
    case 'date':
    case 'salutation':
    case 'close':
      return element('p', block.kind, block.text);
    case 'subject':
      return element(`h${level}`, 'subject', block.text);
    case 'heading':
      return element(`h${level + 1}`, 'heading', block.text);
    case 'list':
      return listHtml(block.intro, block.items);
    case 'tick-box':
      return element('p', 'tick-box', `${TICK_BOX} ${block.text}`);
    case 'write-in':
      return [
        `<p class="letter__write-in" dir="auto">${escapeHtml(beforeWritingLine(block.label))} `,
        `<span class="letter__writing-line" aria-hidden="true">${WRITING_LINE}</span></p>`,
      ].join('');
    case 'writing-lines':
      return `<p class="letter__writing-line" aria-hidden="true">${WRITING_LINE}</p>\n`
        .repeat(block.count)
        .trim();
    case 'new-page':
      return '<hr class="letter__new-page">';
    default:
      return block satisfies never;
  }
}

/**
 * The letter as part of a web page, without an element around it. Its text is the same as the plain text.
 * @param letter any letter; every text is escaped here
 * @param subjectLevel the level of the subject's heading; headings within the letter are one level below
 */
export function renderHtml(letter: LetterDocument, subjectLevel: SubjectLevel = 2): string {
  return safeLetter(letter)
    .blocks.map((block) => blockHtml(block, subjectLevel))
    .join('\n');
}
