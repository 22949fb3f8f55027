import { fileURLToPath } from 'node:url';
import { loadContent } from '../../src/content/content.ts';
import type { QuestionWords } from '../../src/content/questions.ts';

/** The two questions that are measured: the one with the most radios, and one with only a text. */
export const RADIOS = 'condition';
export const TEXT = 'own-words';

/** The words of a question's page, without any server's markup. */
export interface QuestionPage {
  readonly name: string;
  readonly caption: string;
  readonly title: string;
  readonly hint: string;
  readonly paragraphs: readonly string[];
  readonly why: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
}

export interface AnswerRow {
  /** The question that it belongs to. */
  readonly slug: string;
  readonly key: string;
  readonly lines: readonly string[];
  readonly change: string;
}

/** Every word of the three pages, for the peers to use on theirs. */
export interface PageWords {
  readonly radios: QuestionPage;
  readonly text: QuestionPage;
  readonly letterRows: readonly AnswerRow[];
  readonly situationRows: readonly AnswerRow[];
}

/** Reads the words from the content, and the answers from our own check answers page. */
export function pageWords(checkAnswers: string): PageWords {
  const { questions } = loadContent(fileURLToPath(new URL('../../content', import.meta.url)));
  const question = (slug: string) => questions.oneself.get(slug)!;
  const [letter = '', situation = ''] = checkAnswers.split('<details');
  return {
    radios: questionPage(RADIOS, question(RADIOS), 'Part 1: question 11'),
    text: questionPage(TEXT, question(TEXT), 'Part 2: question 12'),
    letterRows: rowsIn(letter),
    situationRows: rowsIn(situation),
  };
}

function questionPage(name: string, words: QuestionWords, caption: string): QuestionPage {
  const { hint = '', options } = words.fields[name]!;
  return {
    name,
    caption,
    title: words.title,
    hint,
    paragraphs: [...words.html.matchAll(/<p>(.*?)<\/p>/g)].map(([, text = '']) => plain(text)),
    why: words.goes === 'plan' ? `${words.why} This page never goes into your letter.` : words.why,
    options: Object.entries(options).map(([value, { label, hint: about }]) => ({
      value,
      label,
      ...(about === undefined ? {} : { hint: about }),
    })),
  };
}

const ROW =
  /<dt [^>]*>\s*(.*?)\s*<\/dt>\s*<dd [^>]*>(.*?)<\/dd>.*?\/questions\/([^"?]+).*?govuk-visually-hidden"> (.*?)<\/span>/gs;

function rowsIn(html: string): AnswerRow[] {
  return [...html.matchAll(ROW)].map(([, key = '', value = '', slug = '', change = '']) => ({
    slug,
    key: plain(key),
    lines: value.split('<br>').map(plain),
    change: plain(change),
  }));
}

const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** The text without the elements that set the direction of an answer. */
const plain = (html: string) =>
  html.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => CHARACTERS[entity]!);
