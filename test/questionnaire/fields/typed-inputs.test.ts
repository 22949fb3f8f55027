import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allQuestions } from '../../../src/questionnaire/all-questions.ts';
import type { Day } from '../../../src/questionnaire/calendar.ts';
import { everyField } from '../../../src/questionnaire/every-field.ts';
import { dateOfBirth } from '../../../src/questionnaire/fields/date-of-birth.ts';
import { dayField } from '../../../src/questionnaire/fields/day.ts';
import { emailAddress } from '../../../src/questionnaire/fields/email.ts';
import type { Field, FormInput } from '../../../src/questionnaire/fields/field.ts';
import { isFiller } from '../../../src/questionnaire/fields/fillers.ts';
import { addressLines, listOfLines } from '../../../src/questionnaire/fields/lines.ts';
import { fullName } from '../../../src/questionnaire/fields/name.ts';
import { nhsNumber } from '../../../src/questionnaire/fields/nhs-number.ts';
import { telephoneNumber } from '../../../src/questionnaire/fields/telephone.ts';
import { line, longText } from '../../../src/questionnaire/fields/text.ts';
import { TODAY } from '../support/walks.ts';
import { type FieldKind, KINDS } from './typed-inputs.ts';

const must = { required: true } as const;
const FIELDS: Readonly<Record<FieldKind, Field>> = {
  line: line('f'),
  'required line': line('f', must),
  name: fullName('f'),
  'required name': fullName('f', must),
  'long text': longText('f'),
  list: listOfLines('f'),
  'required list': listOfLines('f', must),
  address: addressLines('f'),
  'date of birth': dateOfBirth('f', TODAY, must),
  'day or month': dayField('f', TODAY, {
    ...must,
    monthIsEnough: true,
    earliest: ['2000-01-01' as Day, 'too-early'],
    must: ['be-past-or-today', 'in-future'],
  }),
  'day to come': dayField('f', TODAY, { ...must, must: ['be-future', 'not-future'] }),
  'nhs number': nhsNumber('f'),
  email: emailAddress('f'),
  telephone: telephoneNumber('f'),
};

function given({ inputNames }: Field, typed: string): FormInput {
  if (inputNames.length === 1) return { f: typed };
  const boxes = typed.split('|');
  return Object.fromEntries(inputNames.map((inputName, at) => [inputName, boxes[at] ?? '']));
}

/** What a field reads, as the table writes it. An error is its code after "!", and for a date the part to correct. */
function taken(field: Field, typed: string): unknown {
  const result = field.read(given(field, typed));
  if (result.ok) return result.value;
  const [{ code, inputName }] = result.errors as [(typeof result.errors)[number]];
  return field.control === 'date'
    ? `!${code} at ${inputName.replace('f-', '').replace(/^f$/, 'date')}`
    : `!${code}`;
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}… (${text.length})` : text);

describe.each(KINDS)('$kind, in a $field', ({ field, rows }) => {
  it.each(rows.map(([typed, expected]) => [shortened(typed), typed, expected] as const))(
    '%j',
    (_, typed, expected) => expect(taken(FIELDS[field], typed)).toEqual(expected),
  );
});

it('the table has at least 300 rows; it prints how many of each kind', () => {
  const counts = new Map<string, number>();
  for (const { kind, rows } of KINDS) counts.set(kind, (counts.get(kind) ?? 0) + rows.length);
  console.log([...counts].map(([kind, count]) => `${kind}: ${count}`).join('\n'));
  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(300);
});

/** Random combinations of the pieces that the rows of the table are made of. */
const pieces = fc.oneof(
  fc.constantFrom(' ', '\u00A0', '\t', '\u3000', '\u2800'),
  fc.constantFrom('\n', '\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029', '\n\n'),
  fc.constantFrom(
    '\u200B',
    '\u2060',
    '\u200E',
    '\u200F',
    '\uFEFF',
    '\u00AD',
    '\uFFFC',
    '\u202E',
    '\u0000',
    '\u3164',
  ),
  fc.constantFrom('\u200D', '\u200C', '\uFE0F', '\u{E0100}', '\u034F', '\uD83D', '\uFFFD', '\u180B'),
  fc.constantFrom('• ', '- ', '-', '*', '\uF0B7', '1. ', '2) ', 'o ', '✓', '→ ', '(a) ', '+', '①'),
  fc.constantFrom(
    'i. ',
    'ii) ',
    '(iv) ',
    '1 ',
    '2 ',
    '3: ',
    'a. ',
    'b. ',
    '[ ] ',
    '[x]',
    '» ',
    '~ ',
    '# ',
    '§ ',
  ),
  fc.constantFrom('n/a', 'none', 'not known', 'Nothing else thanks', 'yes', '?', 'Not yet', 'no', '.', ','),
  fc.constantFrom(
    'e',
    '\u0301',
    '\u0323',
    '가',
    'ᄀ',
    'ᅡ',
    'می',
    'خ',
    'র',
    '্',
    '😀',
    '👩',
    '⚕',
    '王',
    'शा',
    'שָ',
  ),
  fc.constantFrom(
    '27',
    '3',
    '1987',
    '27/3/1987',
    '٣',
    'March',
    'Feb.',
    '9434765919',
    '07700 900118',
    '2.5 mg',
  ),
  fc.constantFrom('name@example.org', '<', '>', 'mailto:', '’', '@', '"', ';'),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
  fc.string({ unit: 'binary', maxLength: 5 }),
);
const typedText = fc.array(pieces, { maxLength: 14 }).map((some) => some.join(''));

/** What must never be in a letter: all that Unicode does not draw, except joiners and variants that are needed. */
const NEVER_SEEN =
  /(?![\n\u200C\u200D\p{Variation_Selector}])[\p{Cc}\p{Cs}\p{NChar}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFD\u2028\u2029\u2800]|(?! )\p{Zs}/u;
const NEEDED = /^(?:[\u200C\u200D]|[\p{Variation_Selector}])|[\u200C\u200D](?=\s|$|[ -~])|[\u200C\u200D]{2}/u;

const fieldKinds = Object.entries(FIELDS) as readonly [FieldKind, Field][];

describe.each(fieldKinds)('whatever is typed into a %s', (_, field) => {
  const typedFor = fc.tuple(...field.inputNames.map(() => typedText));
  const toGiven = (texts: readonly string[]): FormInput =>
    Object.fromEntries(field.inputNames.map((inputName, at) => [inputName, texts[at]!]));

  it('is read without invisible characters, fillers or piles of marks, or gives a code that the field lists', () => {
    fc.assert(
      fc.property(typedFor, (texts) => {
        const result = field.read(toGiven(texts));
        if (!result.ok) {
          expect(field.codes).toContain(result.errors[0]?.code);
          return;
        }
        for (const text of [result.value ?? ''].flat() as string[]) {
          expect(text.isWellFormed() && text === text.normalize('NFC') && text === text.trim()).toBe(true);
          expect(text).not.toMatch(NEVER_SEEN);
          expect(text).not.toMatch(NEEDED);
          expect(text).not.toMatch(/\p{M}{5}/u);
          expect(text === '' || !isFiller(text)).toBe(true);
        }
      }),
      { numRuns: 700 },
    );
  });

  it('is read the same again once it is stored', () => {
    fc.assert(
      fc.property(typedFor, (texts) => {
        const typed = toGiven(texts);
        const result = field.read(typed);
        const kept = field.cleaned(typed);
        expect(field.read(kept)).toEqual(result);
        if (result.ok) expect(field.readStored(kept)).toEqual(result);
        expect(field.cleaned(kept)).toEqual(kept);
      }),
      { numRuns: 700 },
    );
  });
});

it('every field of the product reads the same again once it is stored, whatever is sent', () => {
  const fields = allQuestions.inOrder.flatMap(everyField);
  const sent = fc.constantFrom(...fields).chain((field) => {
    const one = fc.oneof(fc.constantFrom('', ...field.values), typedText);
    const value = fc.oneof(one, fc.array(one, { maxLength: 3 }));
    return fc.tuple(
      fc.constant(field),
      fc.record(Object.fromEntries(field.inputNames.map((inputName) => [inputName, value]))),
    );
  });
  fc.assert(
    fc.property(sent, ([field, typed]) => {
      const result = field.read(typed);
      const kept = field.cleaned(typed);
      if (result.ok) {
        expect(field.read(kept)).toEqual(result);
        expect(field.readStored(kept)).toEqual(result);
      } else expect(field.codes).toContain(result.errors[0]?.code);
      expect(field.cleaned(kept)).toEqual(kept);
    }),
    { numRuns: 1500 },
  );
});
