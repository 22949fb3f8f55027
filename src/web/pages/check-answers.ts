import { Router } from 'express';
import type { QuestionWords } from '../../content/questions.ts';
import { type Day, spellDay } from '../../questionnaire/calendar.ts';
import type { Field, Given } from '../../questionnaire/fields/field.ts';
import { spacedNhsNumber } from '../../questionnaire/fields/nhs-number.ts';
import type { PartName, Visit } from '../../questionnaire/ordered-questions.ts';
import { visitBefore } from '../../questionnaire/ordered-questions.ts';
import type { WrittenLetter } from '../../letters/letter.ts';
import { inJourney, isPlanned, type OpenJourney } from '../journey.ts';
import { addressBefore, questionAddress } from '../next-address.ts';
import type { Pages } from '../page.ts';
import { write } from './written-letter.ts';
import type { PageServices } from '../services.ts';

/** Every answer, each with a way to change it, before the letter. */
export function checkAnswersPages(services: PageServices, pages: Pages): Router {
  const router = Router();

  router.get(
    '/journey/:id/check-answers',
    inJourney(services, (_request, response, open) => {
      const elsewhere = addressBefore(open);
      if (elsewhere) return response.redirect(303, elsewhere);
      const rows = (part: PartName) =>
        open.way.visits
          .filter(({ placed }) => placed.part === part)
          .flatMap((visit) => rowsOf(visit, open, services));
      const last = visitBefore(open.way, '') ?? open.way.visits.findLast(({ given }) => given !== undefined)!;
      pages.send(
        response,
        'check-answers',
        {
          backLink: questionAddress(open, last.placed.question.slug),
          begins: salutationOf(write(open, services)),
          letterRows: rows('letter'),
          situationRows: rows('situation'),
          isQuick: open.answers['help-with'] === 'quick-letter',
          hasPlan: isPlanned(open),
          own: open.reader === 'oneself',
        },
        open,
      );
    }),
  );

  return router;
}

const salutationOf = ({ document }: WrittenLetter): string | undefined =>
  document.blocks.find((block) => block.kind === 'salutation')?.text;

/** One row a field, with a link to change it. */
function rowsOf(visit: Visit, open: OpenJourney, services: PageServices): readonly object[] {
  const { question } = visit.placed;
  const { fields } = visit.form;
  const words = services.content.questions[open.reader].get(question.slug)!;
  return fields.map((field) => {
    const name = fields.length === 1 ? words.name : labelOf(field, words);
    return {
      key: { text: name },
      value: { lines: linesOf(field, visit.given ?? {}, words) },
      change: {
        address: questionAddress(open, question.slug, 'check-answers'),
        name: name.toLowerCase() === name ? name : lowerFirst(name),
      },
    };
  });
}

const lowerFirst = (text: string) =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

const labelOf = (field: Field, words: QuestionWords) =>
  (words.fields[field.name]!.label ?? words.name).replace(/ \(optional\)$/, '');

/** An answer in words, line by line; nothing where it was skipped. */
function linesOf(field: Field, given: Given, words: QuestionWords): readonly string[] {
  const reading = field.read(given);
  if (!reading.ok || reading.value === undefined || reading.value === '') return [];
  if (field.control === 'date') return [spellDay(reading.value as Day)];
  if (field.control === 'nhs-number') return [spacedNhsNumber(reading.value as string)];
  if (field.values.length > 0) {
    const chosen = typeof reading.value === 'string' ? [reading.value] : (reading.value as readonly string[]);
    return chosen.map((choice) => words.fields[field.name]!.options[choice]!.label);
  }
  return typeof reading.value === 'string' ? reading.value.split('\n') : (reading.value as readonly string[]);
}
