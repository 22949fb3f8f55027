import type { Field } from '../../src/questionnaire/fields/field.ts';
import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { walkThrough } from '../../src/questionnaire/ordered-questions.ts';
import type { LetterId } from '../../src/questionnaire/questions/people.ts';
import { LIMITS } from '../../src/questionnaire/fields/limits.ts';
import { leadingTo } from '../support/contract.ts';
import type { Fields, Persona } from '../support/driver.ts';
import { asKept } from '../support/kept.ts';
import { personaFor } from '../support/personas.ts';
import { TODAY } from '../support/services.ts';

/** What people answer, for tests that open a page directly instead of walking to it. */

/** The three kinds of people that use the product. */
export const READER_ROLES = ['patient', 'carer', 'advocate'] as const;
export type ReaderRole = (typeof READER_ROLES)[number];

const always: Readonly<Record<ReaderRole, Persona>> = {
  patient: {},
  carer: {},
  advocate: { nickname: { nickname: 'Tuesday at ten' } },
};

export const value = (slug: string, chosen: string | string[]): Persona => ({ [slug]: { [slug]: chosen } });

/** Answers to questions with one field each, from the values chosen. */
export const choicesFor = (choices: Fields): Persona =>
  Object.fromEntries(Object.entries(choices).map(([slug, chosen]) => [slug, { [slug]: chosen }]));

export const AGREED: Persona = choicesFor(leadingTo('funding'));
export const BOTH: Persona = value('concern', 'both');
export const CANNOT: Persona = value('their-agreement', 'cannot-decide');

type Fill = 'filled' | 'skipped' | 'at its longest';

/**
 * What this person answered, up to a question or to the end: the chosen answer, or the sample person's, or one made
 * for the field. `fill` says how texts that nothing was chosen for are filled.
 */
export function answered(
  role: ReaderRole,
  chosen: Persona = {},
  { upTo, fill = 'filled' }: { upTo?: string; fill?: Fill } = {},
): Persona {
  const letter = (chosen['letter']?.['letter'] ?? 'review-treatment') as LetterId;
  const sample = personaFor(letter, role);
  const own = { ...always[role], ...chosen };
  let kept: Persona = {};
  for (;;) {
    const { gap } = walkThrough(allQuestions, asKept(kept), TODAY);
    const slug = gap?.placed.question.slug;
    if (!gap || !slug || slug === upTo) return kept;
    const { fields } = gap.form;
    const isChoice = fields.every(({ values }) => values.length > 0);
    const usual = isChoice || fill === 'filled' ? sample[slug] : undefined;
    const answer = own[slug] ?? usual ?? together(fields, (field) => FILLS[fill](field));
    kept = { ...kept, [slug]: onlyOffered(answer, fields) };
  }
}

/** Drops fields that this page does not have: a sample person answers every field of a page. */
function onlyOffered(answer: Fields, fields: readonly Field[]): Fields {
  const inputs = fields.flatMap((field) => field.inputNames);
  return Object.fromEntries(Object.entries(answer).filter(([input]) => inputs.includes(input)));
}

const together = (fields: readonly Field[], fill: (field: Field) => Fields): Fields =>
  Object.assign({}, ...fields.map(fill)) as Fields;

const LONG_WORD = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';
const longText = (length: number) =>
  `${LONG_WORD} and what else there is to say of it `.repeat(100).slice(0, length);
const lines = (count: number, length: number) => Array(count).fill(longText(length)).join('\n');

const FILLS: Readonly<Record<Fill, (field: Field) => Fields>> = {
  filled: (field) => choicesOrText(field, `Some ${field.name} here`, field.values.slice(0, 1)),
  skipped: (field) => (field.required || REQUIRED_TOGETHER.includes(field.name) ? FILLS.filled(field) : {}),
  'at its longest': (field) => {
    const texts: Partial<Record<Field['control'], string>> = {
      text: longText(LIMITS.line),
      name: longText(LIMITS.name),
      lines: lines(LIMITS.addressLines, LIMITS.line),
      list: lines(LIMITS.listItems, LIMITS.listItem),
      'long-text': longText(LIMITS.longText),
      email: `${'a'.repeat(64)}@${`${'b'.repeat(60)}.`.repeat(3)}org`,
      telephone: '01632 960 001, or 07700 900 982 after six in the evening',
    };
    const several = field.values.filter((one) => !field.exclusive.includes(one));
    return choicesOrText(field, texts[field.control] ?? '', several);
  },
};

/** Each of these is optional, but its page needs at least one answer. */
const REQUIRED_TOGETHER = ['telephone', 'problems'];

const TEXTS: Readonly<Partial<Record<Field['control'], string>>> = {
  'nhs-number': '999 000 0018',
  email: 'somebody@example.org',
  telephone: '01632 960 001',
};

function choicesOrText(
  { name, control, inputNames, values }: Field,
  text: string,
  several: readonly string[],
): Fields {
  if (control === 'date')
    return Object.fromEntries(inputNames.map((input, at) => [input, ['27', '3', '1985'][at]!]));
  if (control === 'checkboxes') return { [name]: [...several] };
  if (control === 'radios') return { [name]: values.at(-1)! };
  return { [name]: text && !text.startsWith('Some ') ? text : (TEXTS[control] ?? text) };
}

/** Something wrong in every field that can be wrong: empty, too long, or in the wrong form. */
function wrongly(field: Field): Fields {
  if (field.control === 'date') {
    const [day = '', month = '', year = ''] = field.inputNames;
    return { [day]: '31', [month]: '2', [year]: '1985' };
  }
  if (field.values.length > 0) return {};
  if (field.control === 'nhs-number' || field.control === 'email' || field.control === 'telephone')
    return { [field.name]: 'not one' };
  const long = `${longText(LIMITS.longText)} and more`;
  return { [field.name]: field.codes.includes('too-long') ? long : '' };
}

export const canBeWrong = (fields: readonly Field[], codes: readonly string[]) =>
  codes.length > 0 || fields.some((field) => field.required || field.codes.includes('too-long'));

export const longestOf = (fields: readonly Field[]): Fields => together(fields, FILLS['at its longest']);
export const wrongOf = (fields: readonly Field[]): Fields => together(fields, wrongly);
export const LONG_NAME = longText(LIMITS.name);
