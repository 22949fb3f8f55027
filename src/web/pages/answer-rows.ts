import type { QuestionWords } from '../../content/questions.ts';
import type { Field } from '../../questionnaire/fields/field.ts';
import type { Visit } from '../../questionnaire/ordered-questions.ts';
import type { OpenJourney } from '../journey.ts';
import { questionAddress } from '../next-address.ts';
import type { PageServices } from '../services.ts';
import { linesOf } from './answer-lines.ts';
import { wordsOf } from './question-words.ts';

/** A question with its answer in words. */
export interface AnswerInWords {
  readonly visit: Visit;
  readonly words: QuestionWords;
  /** Where to change it. */
  readonly change: string;
  readonly fields: readonly { readonly field: Field; readonly lines: readonly string[] }[];
}

/** A question's row: its answered fields, each with a label if the question has several. */
export interface AnswerRow {
  readonly slug: string;
  readonly name: string;
  readonly change: string;
  readonly fields: readonly { readonly label: string | undefined; readonly lines: readonly string[] }[];
}

/** Puts the answer to a question into words. */
export function inWords(visit: Visit, open: OpenJourney, services: PageServices): AnswerInWords {
  const { slug } = visit.placed.question;
  const words = wordsOf(slug, open, services);
  const fields = visit.form.fields.map((field) => ({
    field,
    lines: linesOf(field, visit.input ?? {}, words),
  }));
  return { visit, words, change: questionAddress(open, slug, 'check-answers'), fields };
}

/** The row of a question; undefined if no field has an answer. */
export function rowOf({ visit, words, change, fields }: AnswerInWords): AnswerRow | undefined {
  const answered = fields.filter(({ lines }) => lines.length > 0);
  if (answered.length === 0) return undefined;
  return {
    slug: visit.placed.question.slug,
    name: words.name,
    change,
    fields: answered.map(({ field, lines }) => ({
      label: fields.length === 1 ? undefined : withColon(nameOf(field, words)),
      lines: field.control === 'checkboxes' ? [lines.join('; ')] : lines,
    })),
  };
}

/** What has no answer, with a link to add it: a whole question, or an empty text box beside other answers. */
export function notAdded({ words, change, fields }: AnswerInWords): readonly object[] {
  const empty = fields.filter(({ lines }) => lines.length === 0).map(({ field }) => field);
  if (empty.length === fields.length) return [{ name: lowerFirst(words.name), change }];
  return empty
    .filter((field) => field.values.length === 0)
    .map((field) => ({ name: lowerFirst(nameOf(field, words)), change }));
}

const withColon = (label: string) => (/[?.:]$/.test(label) ? label : `${label}:`);

const lowerFirst = (text: string) =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** The name of a field on a page without its question. */
function nameOf(field: Field, words: QuestionWords): string {
  const { what, label } = words.fields[field.name]!;
  return what ?? label ?? words.name;
}
