import type { Field } from '../questionnaire/fields/field.ts';
import type { Block, LetterDocument } from './document.ts';
import { withStop } from './english/typed.ts';

/** What the form says about the letter that is filled in by hand. */
export interface PaperLetter {
  readonly title: string;
  readonly use: string;
  readonly gets: string;
  readonly expect: string;
  readonly salutation: string;
  readonly subject: string;
  readonly ask: string;
}

/** One of the letter's own questions, with its words. */
export interface PaperQuestion {
  readonly slug: string;
  readonly fields: readonly Field[];
  readonly words: {
    readonly title: string;
    readonly fields: Readonly<Record<string, PaperField>>;
  };
}

interface PaperField {
  readonly label?: string | undefined;
  readonly hint?: string | undefined;
  readonly options: Readonly<Record<string, { readonly label: string }>>;
}

/** The form's own words, by name. */
export type PaperWords = Readonly<Record<string, string>>;

/** Questions that the letter's head asks in its own way, and the one that chose the letter. */
const IN_THE_HEAD = ['letter', 'patient', 'contact', 'doctor', 'recipient'];
/** Fields that only decide the wording of a letter written here, or that the head asks for. */
const NOT_ON_PAPER = ['complain-to', 'body-name', 'body-address', 'name-doctor', 'write-to'];

/** The number of lines for handwriting, by kind of field. */
const LINES: Readonly<Partial<Record<Field['control'], number>>> = { lines: 3, list: 5, 'long-text': 6 };

/**
 * A letter to fill in by hand: a page of instructions to keep, then the letter with lines and boxes to fill
 * in.
 * @param questions all questions that a patient is asked for this letter, in order
 */
export function paperForm(
  letter: PaperLetter,
  questions: readonly PaperQuestion[],
  words: PaperWords,
): LetterDocument {
  const own = questions.filter(({ slug }) => !IN_THE_HEAD.includes(slug));
  const title = words.heading!.replace('{title}', letter.title.toLowerCase());
  return {
    title,
    blocks: [
      ...instructions(title, letter, words),
      { kind: 'new-page' },
      ...head(letter, words),
      ...own.flatMap((question) => asked(question, words)),
      ...foot(words),
    ],
  };
}

const heading = (text: string): Block => ({ kind: 'heading', text });
const writeIn = (label: string): Block => ({ kind: 'write-in', label });
const lines = (count: number): Block => ({ kind: 'writing-lines', count });
const paragraph = (...texts: readonly string[]): Block => ({
  kind: 'paragraph',
  sentences: texts.filter((text) => text !== '').map((text) => ({ text })),
});

function instructions(title: string, letter: PaperLetter, words: PaperWords): readonly Block[] {
  const steps = ['fill', 'room', 'sign', 'copy', 'send', 'later'] as const;
  return [
    { kind: 'subject', text: title },
    paragraph(words.keep!),
    paragraph(words.use!, letter.use),
    paragraph(words.gets!, letter.gets),
    paragraph(words.expect!, letter.expect),
    { kind: 'list', intro: words.how!, items: steps.map((step) => ({ text: words[step]! })) },
    paragraph(words.another!),
    paragraph(words.help!),
    paragraph(words.urgent!),
    paragraph(words.medicine!),
    paragraph(words.source!),
  ];
}

const head = ({ salutation, subject, ask }: PaperLetter, words: PaperWords): readonly Block[] => [
  { kind: 'marking', text: words.marking! },
  writeIn(words.name!),
  writeIn(words.address!),
  lines(1),
  writeIn(words.telephone!),
  writeIn(words.email!),
  writeIn(words.born!),
  writeIn(words.nhsNumber!),
  writeIn(words.date!),
  writeIn(words.recipient!),
  writeIn(words.recipientAddress!),
  lines(1),
  { kind: 'salutation', text: salutation },
  heading(subject),
  paragraph(ask),
  paragraph(words.below!),
];

const foot = (words: PaperWords): readonly Block[] => [
  paragraph(words.thanks!),
  { kind: 'close', text: words.close! },
  writeIn(words.signature!),
];

/** A question as a heading, unless the letter's head covers it, with its fields. */
function asked({ slug, fields, words }: PaperQuestion, own: PaperWords): readonly Block[] {
  const onPaper = fields.filter(({ name }) => !NOT_ON_PAPER.includes(name));
  return [
    ...(NOT_ON_PAPER.includes(slug) ? [] : [heading(onPaperOnly(words.title))]),
    ...onPaper.flatMap((field) => answered(field, words.fields[field.name]!, own)),
  ];
}

function answered(field: Field, words: PaperField, own: PaperWords): readonly Block[] {
  const label = onPaperOnly(words.label ?? '');
  const hint = onPaperOnly(words.hint ?? '');
  const before = label + hint === '' ? [] : [paragraph(...[label, hint].filter(Boolean).map(withStop))];
  switch (field.control) {
    case 'radios':
    case 'checkboxes':
      return [...before, ...boxes(field, words)];
    case 'date':
      return [writeIn(`${withoutStop(label)} ${own.day!}`)];
    case 'lines':
    case 'list':
    case 'long-text':
      return [...before, lines(LINES[field.control]!)];
    default:
      return [writeIn(withoutStop(label))];
  }
}

/** "None of these" needs no box. */
const boxes = ({ values, exclusive }: Field, { options }: PaperField): readonly Block[] =>
  values
    .filter((value) => !exclusive.includes(value))
    .map((value) => ({ kind: 'tick-box', text: onPaperOnly(options[value]!.label) }));

/** A page's words for paper: "tick" for "select". */
const onPaperOnly = (text: string): string =>
  text.replace(/\bSelect\b/g, 'Tick').replace(/\bselect\b/g, 'tick');

const withoutStop = (text: string): string => text.replace(/[.:]$/, '');
