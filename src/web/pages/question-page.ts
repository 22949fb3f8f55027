import { greetingToDoctor } from '../../letters/parts/recipient.ts';
import { allQuestions } from '../../questionnaire/all-questions.ts';
import { everyField } from '../../questionnaire/every-field.ts';
import { type FieldError, type FormInput, oneText, severalTexts } from '../../questionnaire/fields/field.ts';
import { visitBefore, type Visit, visitTo } from '../../questionnaire/ordered-questions.ts';
import { progressOf } from '../../questionnaire/progress.ts';
import { isUnderTheAct } from '../../questionnaire/questions/beginning.ts';
import type { LetterId } from '../../questionnaire/questions/people.ts';
import { offeredLetters } from '../../rules/offered.ts';
import { lettersIn } from '../../rules/plan.ts';
import { isPlanned, type OpenJourney, planOf } from '../journey.ts';
import { isLargePrint } from '../large-print.ts';
import { questionAddress, type ReturnTo } from '../next-address.ts';
import type { PageServices } from '../services.ts';
import { letterChoices } from './letter-choices.ts';
import { advocateFirst } from './letter-notes.ts';
import { nationNotes } from './nation-notes.ts';
import { optionalLabel } from './field-view.ts';
import { questionView } from './question-view.ts';
import { wordsOf } from './question-words.ts';

/** How to show a question. */
interface Shown {
  /** What its fields hold: the answer, a draft, what the record knows, or an invalid submission. */
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
  /** Whether the record filled them in. */
  readonly isFilledIn: boolean;
  readonly from: ReturnTo | undefined;
}

/** Everything that the page of a question shows. */
export function questionPage(
  open: OpenJourney,
  visit: Visit,
  { input, errors, isFilledIn, from }: Shown,
  services: PageServices,
): Readonly<Record<string, unknown>> {
  const { content } = services;
  const { question, part } = visit.placed;
  const { slug } = question;
  const asked = wordsOf(slug, open, services);
  // The title says once that the whole question is optional.
  const { labels } = content.views.fields[open.reader];
  const words = visit.form.optional ? { ...asked, title: optionalLabel(asked.title, labels) } : asked;
  const plan = slug === 'letter' ? planOf(open) : undefined;
  const suggested = plan ? lettersIn(plan) : [];
  const own = open.reader === 'oneself';
  const view = questionView({
    form: visit.form,
    codes: question.codes,
    words,
    own,
    input,
    errors,
    suggested,
    fieldErrors: content.fieldErrors,
    labels,
  });
  const [only] = view.fields;
  const fields =
    slug === 'letter' && only
      ? [letterChoices(only, lettersToShow(open, suggested), words.fields.letter!.headings)]
      : view.fields;
  return {
    fields,
    errors: view.errors,
    heading: view.heading,
    title: words.title,
    backLink: backFrom(open, visit, from),
    action: questionAddress(open, slug, from),
    skipAction: visit.form.optional ? questionAddress(open, slug, from, 'skip') : undefined,
    saveAction: questionAddress(open, slug, from, 'save'),
    printAction: questionAddress(open, slug, from, isLargePrint(open) ? 'usual-print' : 'large-print'),
    words,
    part,
    progress: progressOf(allQuestions, open.walk, visit),
    notes: slug === 'letter' && !plan ? nationNotes(content, open) : [],
    advocateFirst: slug === 'change-wanted' ? advocateFirstHtml(open, services) : undefined,
    begins: slug === 'doctor' ? greetingFrom(input, open, services) : undefined,
    offered: offeredWords(words.offers, open, services),
    isFilledIn,
  };
}

/** The letters to choose from, including one that was chosen before, which is still an answer. */
function lettersToShow(
  { situation, answers }: OpenJourney,
  suggested: readonly LetterId[],
): readonly LetterId[] {
  const offered = offeredLetters(situation(), suggested);
  return answers.letter ? [...offered, answers.letter] : offered;
}

/** Under the Mental Health Act, an advocate or solicitor sees the letter before it is handed in. */
function advocateFirstHtml(
  open: OpenJourney,
  { content }: PageServices,
): { readonly html: string } | undefined {
  if (!isUnderTheAct(open.answers)) return undefined;
  return content.views.letter[open.reader].parts[advocateFirst(open, 'to-doctor')];
}

/** How the letter will greet the doctor, from what is on the page. */
function greetingFrom(
  input: FormInput,
  { answers }: OpenJourney,
  { content }: PageServices,
): string | undefined {
  return answers.letter && greetingToDoctor(oneText(input, 'doctor-name'), content.letters[answers.letter]);
}

/** What was ticked in an earlier question, as words to use here. They are never filled in. */
function offeredWords(
  slug: string | undefined,
  open: OpenJourney,
  { content }: PageServices,
): readonly string[] {
  const visit = slug === undefined ? undefined : visitTo(open.walk, slug);
  if (!visit?.input || slug === undefined) return [];
  const options = content.questions[open.reader].get(slug)!.fields[slug]!.options;
  const [field] = everyField(visit.placed);
  const ticked = severalTexts(visit.input, slug).filter((value) => !field!.exclusive.includes(value));
  return ticked.map((value) => options[value]!.label);
}

/** Back goes to the page where the change began, or to the previous question, or to the start page. */
function backFrom(open: OpenJourney, visit: Visit, from: ReturnTo | undefined): string {
  if (from && visit.input !== undefined) return `${open.base}/${from}`;
  const previous = visitBefore(open.walk, visit.placed.question.slug);
  if (!previous) return '/';
  if (visit.placed.part === 'letter' && previous.placed.part === 'situation' && isPlanned(open))
    return `${open.base}/plan`;
  return questionAddress(open, previous.placed.question.slug);
}
