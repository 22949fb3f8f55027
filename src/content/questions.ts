import { z } from 'zod';
import { everyField } from '../questionnaire/every-field.ts';
import type { Field } from '../questionnaire/fields/field.ts';
import { allQuestions } from '../questionnaire/all-questions.ts';
import type { PlacedQuestion } from '../questionnaire/ordered-questions.ts';
import { fieldError, type FieldErrors } from './field-errors.ts';
import { toHtml } from './markdown.ts';
import { type Report, readFolder } from './read.ts';
import { READERS, type Reader, voicedAll } from './voices.ts';

const optionSchema = z.strictObject({
  label: z.string(),
  hint: z.string().optional(),
  because: z.string().optional(),
});

/** The words of one field. */
export const fieldSchema = z.strictObject({
  label: z.string().optional(),
  /** Whether the label says so, where the form alone does not tell: some of its fields are needed together. */
  optional: z.boolean().default(false),
  hint: z.string().optional(),
  what: z.string().optional(),
  options: z.record(z.string(), optionSchema).default({}),
  /** Headings over groups of its choices, by the group's name. */
  headings: z.record(z.string(), z.string()).default({}),
  /** The mark of a choice that the plan suggests. */
  suggestion: z.string().optional(),
  /** The choice that clears the answer, as browsers cannot deselect radios. */
  takeBack: z.string().optional(),
  errors: z.record(z.string(), z.string()).default({}),
});

const questionSchema = z.strictObject({
  title: z.string(),
  name: z.string(),
  why: z.string(),
  goes: z.enum(['plan', 'letter', 'screen', 'none']),
  /** An earlier question whose ticked choices are offered here as words to use. */
  offers: z.string().optional(),
  care: z.array(z.enum(['urgent', 'medicine', 'severe-side-effect'])),
  fields: z.record(z.string(), fieldSchema),
  errors: z.record(z.string(), z.string()).default({}),
  /** What the record's entries are called when they fill in the question. */
  happenings: z.record(z.string(), z.string()).default({}),
});

type FieldWords = z.infer<typeof fieldSchema>;

/** A question's words, for one reader. */
export type QuestionWords = z.infer<typeof questionSchema> & { readonly html: string };

export type QuestionsWords = ReadonlyMap<string, QuestionWords>;

/** Reads the words of every question and checks them against the questions. */
export function readQuestions(
  folder: string,
  fieldErrors: FieldErrors,
  report: Report,
): Readonly<Record<Reader, QuestionsWords>> {
  const entries = readFolder(folder, questionSchema, report);
  for (const placed of allQuestions.inOrder) {
    const entry = entries.get(placed.question.slug);
    if (!entry) report(`questions/${placed.question.slug}.md is missing`);
    else checkQuestion(placed, entry.front, fieldErrors, report);
  }
  const known = new Set(allQuestions.inOrder.map(({ question }) => question.slug));
  for (const name of entries.keys())
    if (!known.has(name)) report(`questions/${name}.md belongs to no question`);

  const inVoice = (reader: Reader): QuestionsWords =>
    new Map(
      [...entries].map(([slug, { front, body }]) => {
        const words = voicedAll({ ...front, html: body }, reader);
        return [slug, { ...words, html: words.html ? toHtml(words.html) : '' }];
      }),
    );
  return Object.fromEntries(READERS.map((reader) => [reader, inVoice(reader)])) as Record<
    Reader,
    QuestionsWords
  >;
}

function checkQuestion(
  placed: PlacedQuestion,
  words: z.infer<typeof questionSchema>,
  fieldErrors: FieldErrors,
  report: Report,
): void {
  const { slug } = placed.question;
  const fields = everyField(placed);
  for (const field of fields)
    checkField(
      `questions/${slug}.md`,
      field,
      words.fields[field.name],
      placed.part === 'situation',
      fieldErrors,
      report,
    );
  for (const name of Object.keys(words.fields)) {
    if (!fields.some((field) => field.name === name))
      report(`questions/${slug}.md: no field ${name} is asked`);
  }
  const { offers } = words;
  if (offers !== undefined && !allQuestions.inOrder.some(({ question }) => question.slug === offers))
    report(`questions/${slug}.md: there is no question ${offers} to offer words from`);
  for (const code of placed.question.codes)
    if (!words.errors[code]) report(`questions/${slug}.md: no message for ${code}`);
}

/**
 * Checks a field's words against the field.
 * @param file the file of the words, for the messages
 */
export function checkField(
  file: string,
  field: Field,
  words: FieldWords | undefined,
  givesReasons: boolean,
  fieldErrors: FieldErrors,
  report: Report,
): void {
  const at = `${file}: ${field.name}`;
  if (!words) return report(`${at} has no words`);
  for (const value of field.values) {
    const option = words.options[value];
    if (!option) report(`${at}: no label for ${value}`);
    else if (givesReasons && !option.because) report(`${at}: ${value} has no "because"`);
  }
  const canBeTakenBack = field.control === 'radios' && !field.required;
  if (canBeTakenBack !== (words.takeBack !== undefined))
    report(
      `${at}: ${canBeTakenBack ? 'has no words for "takeBack"' : '"takeBack" is for radios that can be skipped'}`,
    );
  for (const value of Object.keys(words.options))
    if (!field.values.includes(value)) report(`${at}: ${value} is no choice`);
  for (const code of field.codes)
    if (!messageFor(field, words, code, fieldErrors)) report(`${at}: no message for ${code}`);
}

/** The message for a field's error, with {limit} still to fill; undefined if there is none. */
export function messageFor(
  field: Field,
  { errors, what = '' }: FieldWords,
  code: string,
  fieldErrors: FieldErrors,
): string | undefined {
  const isAboutPage = code === 'not-offered';
  return errors[code] ?? (what || isAboutPage ? fieldError(fieldErrors, field, what, code) : undefined);
}
