import { expect, it } from 'vitest';
import type { FormInput } from '../../src/questionnaire/fields/field.ts';
import { contact } from '../../src/questionnaire/questions/people.ts';
import { complainTo } from '../../src/questionnaire/questions/complaint.ts';
import { ENTRY_FORMS } from '../../src/record/entry-forms.ts';
import { TODAY } from '../support/services.ts';

/**
 * Everything that is wrong is said at once, in the order of the page. A rule over several fields says nothing while one
 * of them is wrong, as it could only guess.
 */
const { answer, 'had-it': hadIt } = ENTRY_FORMS;
const today = { 'when-day': '22', 'when-month': '11', 'when-year': '2026' };

it.each<[string, { form: (before: never, today: typeof TODAY) => unknown }, FormInput, string[]]>([
  [
    'no day, and no reasons',
    answer,
    { 'answer-was': 'no' },
    ['when empty', 'reasons-given reasons-given-missing'],
  ],
  ['no day, and no place', answer, { 'answer-was': 'yes' }, ['when empty', 'agreed-where where-missing']],
  ['nothing at all', answer, {}, ['when empty', 'answer-was empty']],
  ['no reasons', answer, { ...today, 'answer-was': 'no' }, ['reasons-given reasons-given-missing']],
  ['whether there is a report', hadIt, today, ['report empty']],
  ['a wrong address, the only one', contact, { email: 'me at home' }, ['email wrong-format']],
  ['no way to reply', contact, {}, ['address none-given']],
  [
    'two rules and a field',
    complainTo,
    { 'complain-to': 'board', 'name-doctor': ['yes'], 'about-service': '', 'staff-name': 'x'.repeat(1_000) },
    ['body-name empty', 'about-service service-missing', 'staff-name too-long'],
  ],
])('%s', (_, { form }, input, expected) => {
  const result = (form as typeof answer.form)(undefined, TODAY).read(input);
  expect(result.ok ? [] : result.errors.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
});
