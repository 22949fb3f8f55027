import { type Request, type Response, Router } from 'express';
import type { QuestionWords } from '../../content/questions.ts';
import { everyField } from '../../questionnaire/every-field.ts';
import { type Fault, type Given, oneText, severalTexts } from '../../questionnaire/fields/field.ts';
import { greetingToDoctor } from '../../letters/parts/recipient.ts';
import { allQuestions } from '../../questionnaire/all-questions.ts';
import { visitBefore, visitTo, type Visit } from '../../questionnaire/ordered-questions.ts';
import { progressOf } from '../../questionnaire/progress.ts';
import { cleanedFor, formOf, givenFor, isTooLong } from '../forms.ts';
import { inJourney, isPlanned, type OpenJourney, openJourney, planOf } from '../journey.ts';
import {
  type Aside,
  asideOf,
  addressBefore,
  nextAddress,
  questionAddress,
  type ReturnTo,
  returnToOf,
} from '../next-address.ts';
import { lettersIn } from '../../rules/plan.ts';
import { isLargePrint, setLargePrint } from '../large-print.ts';
import { nationNotes } from './nation-notes.ts';
import type { Pages } from '../page.ts';
import { questionView } from './question-view.ts';
import { HttpError } from '../http-error.ts';
import type { Journey } from '../../store/journey.ts';
import type { PageServices } from '../services.ts';

const ADDRESS = '/journey/:id/questions/:slug';

/** Shows each question, and takes its answer. */
export function questionPages(services: PageServices, pages: Pages): Router {
  const router = Router();

  /** The visit that the address names; a slug that is no question is not found, one that is not this person's turn moves them on. */
  function visitNamed(request: Request, response: Response, open: OpenJourney): Visit | undefined {
    const slug = String(request.params.slug);
    const visit = visitTo(open.way, slug);
    if (visit) return visit;
    if (!allQuestions.inOrder.some(({ question }) => question.slug === slug))
      throw new HttpError('not-found');
    response.redirect(303, addressBefore(open) ?? `${open.base}/check-answers`);
    return undefined;
  }

  function show(
    response: Response,
    open: OpenJourney,
    visit: Visit,
    from: ReturnTo | undefined,
    given: Given,
    faults: readonly Fault[],
  ) {
    const { question, part } = visit.placed;
    const own = open.reader === 'oneself';
    const words = titled(visit, services.content.questions[open.reader].get(question.slug)!);
    const plan = question.slug === 'letter' ? planOf(open) : undefined;
    const suggested = plan ? lettersIn(plan) : [];
    const { fields, errors, heading } = questionView({
      form: visit.form,
      codes: question.codes,
      words,
      own,
      given,
      faults,
      suggested,
    });
    const notes = question.slug === 'letter' && !plan ? nationNotes(services.content, open) : [];
    response.statusCode = faults.length > 0 ? 422 : 200;
    pages.send(
      response,
      'question',
      {
        fields,
        errors,
        heading,
        title: words.title,
        backLink: backFrom(open, visit, from),
        action: questionAddress(open, question.slug, from),
        skipAction: visit.form.optional ? questionAddress(open, question.slug, from, 'skip') : undefined,
        saveAction: questionAddress(open, question.slug, from, 'save'),
        printAction: questionAddress(
          open,
          question.slug,
          from,
          isLargePrint(open) ? 'usual-print' : 'large-print',
        ),
        words,
        part,
        progress: progressOf(allQuestions, open.way, visit),
        notes,
        begins: question.slug === 'doctor' ? greetingFrom(given, open, services) : undefined,
        offered: offeredWords(words.offers, open, services),
      },
      open,
    );
  }

  router.get(
    ADDRESS,
    inJourney(services, (request, response, open) => {
      const visit = visitNamed(request, response, open);
      if (!visit) return;
      const { key } = visit;
      const { slug } = visit.placed.question;
      // What is offered is newer than any answer: answering takes it back.
      const { answers, offered } = open.journey;
      const given = offered[key] ?? visit.given ?? answers[key] ?? offered[slug] ?? {};
      show(response, open, visit, returnToOf(request), given, []);
    }),
  );

  router.post(
    ADDRESS,
    inJourney(services, async (request, response, open) => {
      const visit = visitNamed(request, response, open);
      if (!visit) return;
      const { part } = visit.placed;
      const from = returnToOf(request);
      const given = givenFor(visit.form.fields, formOf(request));
      const reading = visit.form.read(given);
      const cleaned = cleanedFor(visit.form.fields, given);
      const then = asideOf(request);
      if (then && (reading.ok || !isTooLong(reading.faults))) {
        if (then !== 'skip') return response.redirect(303, await setAside(open, visit, cleaned, then, from));
        if (visit.form.optional) {
          const skipped = openJourney(open.secret, await skip(open, visit, cleaned), services);
          return response.redirect(303, nextAddress(skipped, part, from));
        }
      }
      if (!reading.ok) {
        // Whoever looks at another page meanwhile, urgent help say, comes back to what they typed.
        if (!isTooLong(reading.faults)) await putAside(open, visit, cleaned);
        return show(response, open, visit, from, given, reading.faults);
      }
      const written = await open.journey.answer(visit.key, cleaned);
      if (written === 'gone') throw new HttpError('gone');
      response.redirect(303, nextAddress(openJourney(open.secret, written, services), part, from));
    }),
  );

  return router;
}

/** The words of a question as it is put to one person: its title says, once, whether they may skip it. */
const titled = ({ form }: Visit, words: QuestionWords): QuestionWords =>
  form.optional ? { ...words, title: `${words.title} (optional)` } : words;

/** Keeps what was typed, does what was chosen in its place, and gives the address to go to. */
async function setAside(
  open: OpenJourney,
  visit: Visit,
  cleaned: Given,
  then: Exclude<Aside, 'skip'>,
  from: ReturnTo | undefined,
): Promise<string> {
  const aside = await putAside(open, visit, cleaned);
  if (then === 'save') return `${open.base}/save`;
  await setLargePrint(aside, then === 'large-print');
  return questionAddress(open, visit.placed.question.slug, from);
}

/** Keeps an empty answer; what was typed comes back with the question. */
async function skip(open: OpenJourney, visit: Visit, cleaned: Given): Promise<Journey> {
  const skipped = await open.journey.answer(visit.key, {});
  if (skipped === 'gone') throw new HttpError('gone');
  const isTyped = Object.values(cleaned).some((text) => text.length > 0);
  return isTyped ? putAside({ ...open, journey: skipped }, visit, cleaned) : skipped;
}

/** Keeps what was typed, for the next time that the question is shown; no answer yet. */
async function putAside({ journey }: OpenJourney, { key }: Visit, cleaned: Given): Promise<Journey> {
  const aside = await journey.putAside(key, cleaned);
  if (aside === 'gone') throw new HttpError('gone');
  return aside;
}

/** How the letter will greet the doctor, by what the page holds. */
function greetingFrom(given: Given, { answers }: OpenJourney, { content }: PageServices): string | undefined {
  return answers.letter && greetingToDoctor(oneText(given, 'doctor-name'), content.letters[answers.letter]);
}

/** What was ticked in an earlier question, as words that may be used here: never put in by itself. */
function offeredWords(
  slug: string | undefined,
  open: OpenJourney,
  { content }: PageServices,
): readonly string[] {
  const visit = slug === undefined ? undefined : visitTo(open.way, slug);
  if (!visit?.given || slug === undefined) return [];
  const options = content.questions[open.reader].get(slug)!.fields[slug]!.options;
  const [field] = everyField(visit.placed);
  const ticked = severalTexts(visit.given, slug).filter((value) => !field!.alone.includes(value));
  return ticked.map((value) => options[value]!.label);
}

/** Back goes to where the answer was being changed from, or to the question before; from the first, to the start page. */
function backFrom(open: OpenJourney, visit: Visit, from: ReturnTo | undefined): string {
  if (from && visit.given !== undefined) return `${open.base}/${from}`;
  const previous = visitBefore(open.way, visit.placed.question.slug);
  if (!previous) return '/';
  if (visit.placed.part === 'letter' && previous.placed.part === 'situation' && isPlanned(open))
    return `${open.base}/plan`;
  return questionAddress(open, previous.placed.question.slug);
}
