import { Router } from 'express';
import type { QuestionWords } from '../../content/questions.ts';
import type { Field } from '../../questionnaire/fields/field.ts';
import type { PartName, Visit } from '../../questionnaire/ordered-questions.ts';
import { visitBefore } from '../../questionnaire/ordered-questions.ts';
import type { WrittenLetter } from '../../letters/letter.ts';
import { inJourney, isPlanned, type OpenJourney } from '../journey.ts';
import { addressBefore, questionAddress } from '../next-address.ts';
import { linesOf } from './answer-lines.ts';
import { wordsOf } from './question-words.ts';
import type { Pages } from '../page.ts';
import { write } from './written-letter.ts';
import type { PageServices } from '../services.ts';

/** Questions about the time before the first entry. */
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
          .flatMap((visit) => rowOf(visit, open, services) ?? []);
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
          notAdded: open.way.visits.flatMap((visit) => notAdded(visit, open, services)),
          hasPlan: isPlanned(open),
        },
        open,
      );
    }),
  );

  return router;
}

const salutationOf = ({ document }: WrittenLetter): string | undefined =>
  document.blocks.find((block) => block.kind === 'salutation')?.text;

/** A question's row: its answered fields, each with a label if the question has several. */
interface Row {
  readonly slug: string;
  readonly name: string;
  readonly change: string;
  readonly fields: readonly { readonly label: string | undefined; readonly lines: readonly string[] }[];
}

/** The row of a question; undefined if no field has an answer. */
function rowOf(visit: Visit, open: OpenJourney, services: PageServices): Row | undefined {
  const { slug } = visit.placed.question;
  const words = wordsOf(slug, open, services);
  const { fields } = visit.form;
  const answered = fields
    .map((field) => ({ field, lines: linesOf(field, visit.given ?? {}, words) }))
    .filter(({ lines }) => lines.length > 0);
  if (answered.length === 0) return undefined;
  return {
    slug,
    name: words.name,
    change: questionAddress(open, slug, 'check-answers'),
    fields: answered.map(({ field, lines }) => ({
      label: fields.length === 1 ? undefined : withColon(nameOf(field, words)),
      lines: field.control === 'checkboxes' ? [lines.join('; ')] : lines,
    })),
  };
}

/** What has no answer, with a link to add it: a whole question, or an empty text box beside other answers. */
function notAdded(visit: Visit, open: OpenJourney, services: PageServices): readonly object[] {
  const { slug } = visit.placed.question;
  const words = wordsOf(slug, open, services);
  const change = questionAddress(open, slug, 'check-answers');
  const empty = visit.form.fields.filter((field) => linesOf(field, visit.given ?? {}, words).length === 0);
  if (empty.length === visit.form.fields.length) return [{ name: lowerFirst(words.name), change }];
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
  return (what ?? label ?? words.name).replace(/ \(optional\)$/, '');
}
