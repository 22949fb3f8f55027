import type { State } from '../../support/states.ts';
import { attribute, textOf } from '../../support/page.ts';
import { mainText, named, on, onQuestions, type Statements } from '../asking.ts';

const BIRTHDAY = ['date-of-birth-day', 'date-of-birth-month', 'date-of-birth-year'];

/** What the browser may offer to fill in: a patient's own details, and nothing when somebody else is typing. */
const offered = ({ reader }: Pick<State, 'reader'>, token: string) => (reader === 'patient' ? token : 'off');

/** What docs/patterns.md says under "Personal details". */
export const PERSONAL_DETAILS: Statements = {
  'A full name is one field without a spelling check, and the browser offers only one’s own': {
    test: on('questions/patient', ({ state, page }) => {
      const [name] = named(page, 'patient-name');
      return [
        attribute(name, 'spellcheck') !== 'false' && 'the name is spell-checked',
        state.reader === 'patient' &&
          attribute(name, 'autocomplete') !== 'name' &&
          'no autocomplete for the own name',
      ];
    }),
  },
  'Nobody is asked for a title': {
    test: onQuestions(({ page }) =>
      page.all('label').map((one) => /^Title\b/.test(textOf(one)) && 'asks for a title'),
    ),
  },
  'An address is one box that the browser can fill in': {
    test: on('questions/contact', ({ state, page }) => [
      attribute(named(page, 'address')[0], 'autocomplete') !== offered(state, 'street-address') &&
        'autocomplete of the address',
    ]),
  },
  'A postcode is accepted however it is typed': {
    notForUs: 'an address is one text, kept as it was typed, and no postcode is asked for by itself',
  },
  'A date of birth is three fields, and the browser offers only one’s own': {
    test: on('questions/patient', ({ state, page }) => {
      const parts = BIRTHDAY.map((name) => named(page, name)[0]);
      return [
        parts.some((part) => part === undefined) && 'not three fields',
        ['numeric', 'text', 'numeric'].some((mode, at) => attribute(parts[at], 'inputmode') !== mode) &&
          'inputmode',
        state.reader === 'patient' &&
          parts.some(
            (part, at) => attribute(part, 'autocomplete') !== ['bday-day', 'bday-month', 'bday-year'][at],
          ) &&
          'no autocomplete for the own birthday',
      ];
    }),
  },
  'A date’s message names what is missing first, then what cannot be': {
    heldBy: 'test/questionnaire/fields/identifiers.test.ts',
  },
  'A month can be typed as a word': { heldBy: 'test/questionnaire/fields/identifiers.test.ts' },
  'An example date has a day after the 12th and a month before October': {
    test: on('questions/patient', ({ page }) => [!/27 3 1985/.test(mainText(page)) && 'no example date']),
  },
  'A telephone field brings up the number keys and can be filled in by the browser': {
    test: on('questions/contact', ({ state, page }) => [
      attribute(named(page, 'telephone')[0], 'type') !== 'tel' && 'not tel',
      attribute(named(page, 'telephone')[0], 'autocomplete') !== offered(state, 'tel') && 'autocomplete',
    ]),
  },
  'The page of telephone and email says that we never use them to contact anybody': {
    test: on('questions/contact', ({ page }) => [
      !/We never use it to contact/.test(mainText(page)) && 'not said why',
    ]),
  },
  'An email field brings up the email keys, without a spelling check': {
    test: on('questions/contact', ({ state, page }) => [
      attribute(named(page, 'email')[0], 'type') !== 'email' && 'not email',
      attribute(named(page, 'email')[0], 'autocomplete') !== offered(state, 'email') && 'autocomplete',
      attribute(named(page, 'email')[0], 'spellcheck') !== 'false' && 'spell-checked',
    ]),
  },
  'A sensitive question says why it is asked and can be left unanswered': {
    readByAPerson: 'judged with each change of a question’s words',
  },
  'Questions on equality are optional and come after check answers': {
    notForUs: 'no equality questions are asked',
  },
};
