import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyField } from '../../src/questionnaire/every-field.ts';
import type { FormInput } from '../../src/questionnaire/fields/field.ts';
import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { mayWriteLetter } from '../../src/questionnaire/standing.ts';
import { LETTER_IDS } from '../../src/questionnaire/questions/people.ts';
import { personaFor, ROLES, ROLES_WITH_LETTER } from '../support/personas.ts';
import {
  asked,
  type Choices,
  choosing,
  EVERY_ANSWER,
  gap,
  type Kept,
  slugsOf,
  walked,
} from './support/walks.ts';

const PART_TWO = slugsOf('letter');

/** The right to act: for oneself; with the person's agreement (`yes`); or with a legal authority other than `no`. */
function hasRightToAct(kept: Kept): boolean {
  const said = (slug: string) => kept[slug]?.[slug];
  if (said('who-for') === 'me') return true;
  if (said('who-for') !== 'family-or-friend' && said('who-for') !== 'client') return false;
  if (said('their-agreement') === 'yes') return true;
  return (
    said('their-agreement') === 'cannot-decide' &&
    ['attorney', 'deputy', 'imca', 'imha'].includes(said('legal-authority') as string)
  );
}

/** Every answer to part 1 that could be stored: none, a right one, several, or one that is not a choice. */
const anyPartOne: fc.Arbitrary<Record<string, FormInput | undefined>> = fc.record(
  Object.fromEntries(
    allQuestions.inOrder
      .filter(({ part }) => part === 'situation')
      .map((step) => {
        const [field] = everyField(step);
        const { name, values } = field!;
        const one = values.length > 0 ? fc.constantFrom(...values) : fc.string();
        const some = fc.subarray([...values], { minLength: Math.min(1, values.length) });
        const usual = field!.control === 'checkboxes' ? some : one;
        const given = fc.oneof(
          { weight: 30, arbitrary: usual },
          { weight: 1, arbitrary: fc.constantFrom('', 'maybe', []) },
        );
        return [
          name,
          fc.option(
            given.map((value) => ({ [name]: value })),
            { nil: undefined, freq: 30 },
          ),
        ];
      }),
  ),
);

/** These stored answers to part 1, and a complete part 2 with them. */
const keptWith = (partOne: Record<string, FormInput | undefined>): Kept =>
  Object.fromEntries(
    Object.entries({ ...EVERY_ANSWER, ...partOne }).filter(
      (entry): entry is [string, FormInput] => entry[1] !== undefined,
    ),
  );

it('without the right to act nobody is asked part 2, and no answer to it is used, whatever is stored', () => {
  let withRight = 0;
  let without = 0;
  fc.assert(
    fc.property(anyPartOne, (partOne) => {
      const kept = keptWith(partOne);
      const walk = walked(kept);
      const seen = walk.visits
        .map(({ placed }) => placed.question.slug)
        .filter((slug) => PART_TWO.includes(slug));
      const used = Object.keys(walk.answers).filter((slug) => PART_TWO.includes(slug));
      if (hasRightToAct(kept)) {
        withRight += 1;
        // Part 2 begins for them as soon as part 1 has every answer.
        expect(seen.length > 0).toBe(walk.gap?.placed.part !== 'situation');
      } else {
        without += 1;
        expect({ seen, used }).toEqual({ seen: [], used: [] });
      }
    }),
    { numRuns: 2000 },
  );
  // The property means something only if both kinds of people came up often.
  expect(Math.min(withRight, without)).toBeGreaterThan(200);
});

describe('the right to act of', () => {
  it.each<[string, Choices, boolean]>([
    ['oneself', { 'who-for': 'me' }, true],
    [
      'oneself, whatever else is stored',
      { 'who-for': 'me', 'their-agreement': 'no', 'legal-authority': 'no' },
      true,
    ],
    ['a carer with agreement', { 'their-agreement': 'yes' }, true],
    ['a carer who has not asked', { 'their-agreement': 'not-asked' }, false],
    ['a carer who was told no', { 'their-agreement': 'no' }, false],
    [
      'a carer who was told no, and is attorney',
      { 'their-agreement': 'no', 'legal-authority': 'attorney' },
      false,
    ],
    ['an attorney', { 'their-agreement': 'cannot-decide', 'legal-authority': 'attorney' }, true],
    ['a deputy', { 'their-agreement': 'cannot-decide', 'legal-authority': 'deputy' }, true],
    ['an IMCA', { 'who-for': 'client', 'their-agreement': 'cannot-decide', 'legal-authority': 'imca' }, true],
    ['an IMHA', { 'who-for': 'client', 'their-agreement': 'cannot-decide', 'legal-authority': 'imha' }, true],
    ['next of kin', { 'their-agreement': 'cannot-decide', 'legal-authority': 'no' }, false],
  ])('%s', (_, choices, right) => {
    const kept = choosing(EVERY_ANSWER, choices);
    expect(asked(kept).includes('letter')).toBe(right);
    expect(mayWriteLetter(walked(kept).answers as never)).toBe(right);
    expect(hasRightToAct(kept)).toBe(right);
  });

  it.each(ROLES.flatMap((role) => LETTER_IDS.map((letter) => [role, letter] as const)))(
    'the persona of the %s for %s leads to a whole journey, or to a plan alone',
    (role, letter) => {
      const kept = personaFor(letter, role);
      expect(gap(kept)).toBeUndefined();
      expect(asked(kept).includes('letter')).toBe((ROLES_WITH_LETTER as readonly string[]).includes(role));
    },
  );
});
