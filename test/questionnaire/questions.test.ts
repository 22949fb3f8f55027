import { describe, expect, it } from 'vitest';
import { everyField } from '../../src/questionnaire/every-field.ts';
import type { Field } from '../../src/questionnaire/fields/field.ts';
import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { CONTRACT, CONTRACT_FIELDS, HOW_TO_FIX } from '../support/contract.ts';
import { choosing, EVERY_ANSWER, gap, type Kept } from './support/walks.ts';

const fields = allQuestions.inOrder.flatMap(everyField);
const sorted = (names: readonly string[]) => [...names].sort();

describe('the fields', () => {
  it('have the names of the contract', () =>
    expect(sorted([...new Set(fields.map(({ name }) => name))]), HOW_TO_FIX).toEqual(
      sorted([...CONTRACT_FIELDS.keys()]),
    ));

  it.each(fields.map((field): [string, Field] => [field.name, field]))(
    '%s has its control and offers its choices',
    (name, { control, values }) => {
      const expected = CONTRACT_FIELDS.get(name);
      expect([control, sorted(values)], HOW_TO_FIX).toEqual([
        expected?.control,
        sorted(expected?.values ?? []),
      ]);
    },
  );
});

describe('an empty submit', () => {
  it.each(CONTRACT)('of $slug, after $whoChose: required is $required', ({ slug, whoChose, required }) => {
    const kept: Kept = { ...choosing(EVERY_ANSWER, whoChose), [slug]: {} };
    expect(gap(kept), HOW_TO_FIX).toBe(required ? slug : undefined);
  });
});

describe('rules about several fields of one page', () => {
  it.each([
    ['contact', {}, 'contact'],
    ['contact', { address: '1 Mill Lane' }, undefined],
    ['contact', { telephone: '01632 960 018' }, undefined],
    ['contact', { email: 'amina@example.com' }, undefined],
    ['contact', { telephone: '01632 960 018', email: 'amina' }, 'contact'],
    ['problems', {}, 'problems'],
    ['problems', { 'problem-areas': ['sleep'] }, undefined],
    ['problems', { problems: 'low mood' }, undefined],
    ['change-wanted', { 'change-wanted': [], 'change-wanted-details': 'Less' }, 'change-wanted'],
    ['change-wanted', { 'change-wanted': ['something-else'] }, 'change-wanted'],
    ['change-wanted', { 'change-wanted': ['something-else'], 'change-wanted-details': 'Less' }, undefined],
    ['change-wanted', { 'change-wanted': ['talking-therapy'] }, undefined],
    ['so-far', { 'so-far': ['nothing-yet', 'talked'] }, 'so-far'],
    ['history', { history: ['none-of-these', 'slow-recovery'] }, 'history'],
    ['diagnosis-reasons', { 'diagnosis-reasons': ['none-of-these', 'doctors-differ'] }, 'diagnosis-reasons'],
    ['treatment-reasons', { 'treatment-reasons': ['none-of-these', 'want-expert'] }, 'treatment-reasons'],
  ])('%s with %j leaves unanswered: %s', (slug, given, open) => {
    const kept = { ...EVERY_ANSWER, [slug]: given as Kept[string] };
    expect(gap(slug === 'contact' ? { ...kept, 'reply-by': {} } : kept)).toBe(open);
  });
});
