import { Router } from 'express';
import type { QuestionWords } from '../../content/questions.ts';
import type { Field } from '../../questionnaire/fields/field.ts';
import type { PartName, Visit } from '../../questionnaire/ordered-questions.ts';
import { visitBefore } from '../../questionnaire/ordered-questions.ts';
import type { WrittenLetter } from '../../letters/letter.ts';
import { inJourney, isPlanned, type OpenJourney } from '../journey.ts';
import { addressBefore, questionAddress } from '../next-address.ts';
import { linesOf } from './answer-lines.ts';
import type { Pages } from '../page.ts';
import { write } from './written-letter.ts';
import type { PageServices } from '../services.ts';

/** What was asked about the time before the first entry. */
const BEFORE_THE_RECORD: readonly string[] = [
  ...['so-far', 'answer-so-far', 'answered-by', 'agreed-where', 'funding'],
];

/** Every answer, each with a way to change it, before the letter. */
export function checkAnswersPages(services: PageServices, pages: Pages): Router {
  const router = Router();

  router.get(
    '/journey/:id/check-answers',
    inJourney(services, (_request, response, open) => {
      const elsewhere = addressBefore(open);
      if (elsewhere) return response.redirect(303, elsewhere);
      const hasRecord = open.journey.entries.length > 0;
      const isBefore = ({ placed }: Visit) => hasRecord && BEFORE_THE_RECORD.includes(placed.question.slug);
      const rows = (part: PartName, before: boolean) =>
        open.way.visits
          .filter((visit) => visit.placed.part === part && isBefore(visit) === before)
          .flatMap((visit) => rowsOf(visit, open, services));
      const last = visitBefore(open.way, '') ?? open.way.visits.findLast(({ given }) => given !== undefined)!;
      pages.send(
        response,
        'check-answers',
        {
          backLink: questionAddress(open, last.placed.question.slug),
          begins: salutationOf(write(open, services)),
          letterRows: rows('letter', false),
          situationRows: rows('situation', false),
          beforeRows: rows('situation', true),
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
