import { describe, expect, it } from 'vitest';
import { situationNotes } from '../../src/rules/plan.ts';
import {
  FACTS,
  factsOf,
  itemsOf,
  type Person,
  planOf,
  somebody,
  WITH_RIGHT,
  WITHOUT_RIGHT,
} from './support/situations.ts';

const reasons = (values: string): Person => ({ 'diagnosis-reasons': values.split(' ') });
const treatment = (values: string): Person => ({ 'treatment-reasons': values.split(' ') });
const history = (values: string): Person => ({ history: values.split(' ') });
const REFUSED = { 'so-far': ['asked-in-writing'], 'answer-so-far': 'refused' };
const FAR = {
  'so-far': ['asked-why'],
  'answer-so-far': 'agreed',
  'agreed-where': 'out-of-area',
  funding: 'waiting',
};
const LOCAL = { ...FAR, 'agreed-where': 'local' };

/** What an answer adds to the plan: the facts cited by the items that are there only because of it. */
function brought(answers: Person, from: Person = {}): string[] {
  const before = itemsOf(planOf(somebody(from))!).map(({ id }) => id);
  const after = itemsOf(planOf(somebody({ ...from, ...answers }))!);
  return [...factsOf(after.filter(({ id }) => !before.includes(id)))].sort();
}
const facts = (text: string) => text.split(' ').filter(Boolean).sort();

describe('beside the steps, an answer adds advice:', () => {
  it.each([
    [reasons('doctor-not-sure'), '1.4 1.9 1.10 1.11 N.20'],
    [reasons('not-told-everything'), '1.6 N.20'],
    [reasons('drugs-or-alcohol'), '1.5 N.20'],
    [reasons('physical-health-or-medicine'), '1.8 N.20'],
    [reasons('symptoms-changed'), '1.7 N.20'],
    [reasons('doctors-differ'), '1.12 N.20'],
    [reasons('does-not-fit'), '1.12 N.20'],
    [reasons('doctors-differ does-not-fit'), '1.12 N.20'],
    [reasons('hard-to-accept'), '1.13 N.20'],
    [reasons('want-particular-diagnosis'), '1.2 N.20'],
    [reasons('none-of-these'), ''],
    [treatment('medicine-not-helping'), '1.14 1.17 N.2'],
    [treatment('want-different-medicine'), '1.14 1.17 N.2'],
    [treatment('side-effects'), '1.16 N.2 N.2 N.29'],
    [treatment('not-reviewed'), '1.16 N.2'],
    [treatment('want-dose-change'), '1.16 N.2 N.2 N.29'],
    [treatment('want-therapy'), '1.14'],
    [treatment('no-options-left'), '1.15'],
    [treatment('want-expert'), '1.15'],
    [treatment('none-of-these'), ''],
    [history('usual-treatments-tried'), '3.14'],
    [history('slow-recovery'), '3.15'],
    [history('long-or-repeated-hospital'), '3.15'],
    [history('serious-side-effects'), '3.16 N.2'],
    [history('none-of-these'), ''],
    [{ 'decided-by': 'gp' }, '3.1 3.3 N.4 N.16'],
    [{ 'decided-by': 'gp', condition: 'ocd' }, '3.1 3.3 N.4'],
    [{ 'decided-by': 'gp', ...reasons('does-not-fit') }, '1.12 3.1 3.3 N.4 N.20'],
    [{ 'decided-by': 'gp', nation: 'wales' }, '3.1 3.3 N.12'],
    [{ condition: 'adhd-or-autism' }, 'N.23'],
    [{ condition: 'adhd-or-autism', nation: 'scotland' }, 'N.12'],
    [{ detained: 'section' }, 'N.5 N.7'],
    [{ detained: 'community-order' }, 'N.5 N.7'],
    [{ detained: 'in-hospital-by-choice' }, 'N.5 N.7'],
    [{ detained: 'not-sure' }, 'N.5 N.7'],
    [{ nation: 'wales' }, 'N.12'],
    [{ nation: 'wales', detained: 'section' }, 'N.12 N.34'],
    [{ nation: 'scotland', detained: 'not-sure' }, 'N.12 N.32'],
    [{ nation: 'northern-ireland', detained: 'in-hospital-by-choice' }, 'N.12 N.33'],
    [{ nation: 'scotland' }, 'N.12'],
    [{ nation: 'northern-ireland' }, 'N.12'],
    [WITH_RIGHT[1]!, 'N.10'],
    [WITH_RIGHT[2]!, 'N.10'],
    [WITH_RIGHT[3]!, 'N.11'],
    [WITH_RIGHT[5]!, 'N.11'],
  ])('%j adds %s', (answers, expected) =>
    expect(brought(answers), 'The plan cites other facts: if it should, change this line').toEqual(
      facts(expected),
    ),
  );

  it.each([
    ['psychosis', '6.1 6.2 6.4'],
    ['bipolar', '6.1 6.2 6.5 6.6 6.7 6.8'],
    ['depression', '6.1 6.2 6.5 6.6 6.7 6.8'],
    ['ocd', '6.1 6.2 6.3 N.25'],
    ['adhd-or-autism', '6.1 6.2 6.3 N.23 N.4'],
    ...'anxiety eating-disorder trauma personality-disorder something-else'
      .split(' ')
      .map((condition): [string, string] => [condition, '6.1 6.2 6.3']),
  ])('%s adds %s if a specialist’s opinion is in question, and otherwise nothing', (condition, expected) => {
    for (const from of [treatment('want-expert'), history('usual-treatments-tried'), FAR, REFUSED]) {
      expect(brought({ condition }, from), JSON.stringify(from)).toEqual(facts(expected));
    }
    const notInQuestion = [
      {},
      treatment('no-options-left'),
      history('slow-recovery'),
      LOCAL,
      { ...REFUSED, 'answer-so-far': 'had-it' },
    ];
    for (const from of notInQuestion)
      expect(
        brought({ condition }, from).filter((fact) => fact !== 'N.23'),
        JSON.stringify(from),
      ).toEqual([]);
  });

  it('what may sound like a reproach is under what the doctor may be weighing up', () => {
    const plan = planOf(somebody(reasons('not-told-everything hard-to-accept want-particular-diagnosis')))!;
    expect(factsOf(plan.weighing)).toEqual(['1.6', '1.13', '1.2']);
  });

  it('an item has the choices that called for it, and none if it is for everybody', () => {
    const { weighing, everybody } = planOf(somebody(reasons('doctors-differ does-not-fit')))!;
    expect(weighing.map(({ because }) => because.map(({ value }) => value))).toEqual([
      ['doctors-differ', 'does-not-fit'],
    ]);
    expect(everybody.map(({ because }) => because)).toEqual([[], [], []]);
  });
});

describe('the steps beside the next one', () => {
  const ids = (answers: Person) =>
    planOf(somebody({ concern: 'diagnosis', ...answers }))!.alongside.map(({ id }) => id);
  const ALL = ['asked-again', 'contacted-pals', 'asked-in-writing', 'used-advocate', 'complained'];

  it.each<[string, Person, readonly string[]]>([
    ['nothing yet', { 'so-far': ['nothing-yet'] }, []],
    ['not asked for', {}, ['review-first']],
    ['not asked for, after a GP', { 'decided-by': 'gp' }, ['review-first', 'choose-the-provider']],
    ['the same on a section', { 'decided-by': 'gp', detained: 'section' }, ['review-first']],
    ['not asked for, after a review', { 'so-far': ['asked-for-review'] }, []],
    [
      'no answer yet',
      { ...REFUSED, 'answer-so-far': 'no-answer-yet' },
      ['contact-pals', 'use-advocate', 'complain-at-any-time'],
    ],
    [
      'no answer from a GP yet',
      { ...REFUSED, 'answer-so-far': 'not-clear', 'decided-by': 'gp' },
      ['ask-practice-manager', 'use-advocate', 'complain-at-any-time'],
    ],
    ['put off', { ...REFUSED, 'answer-so-far': 'something-first' }, []],
    [
      'refused',
      { ...REFUSED, 'so-far': ['asked-for-second-opinion'] },
      ['contact-pals', 'use-advocate', 'complain-at-any-time'],
    ],
    [
      'refused by a GP, whoever decided at first',
      { ...REFUSED, 'answered-by': 'gp' },
      ['ask-practice-manager', 'use-advocate', 'complain-at-any-time'],
    ],
    [
      'refused, all but PALS asked',
      { ...REFUSED, 'so-far': ALL.slice(0, 2) },
      ['use-advocate', 'complain-at-any-time'],
    ],
    ['refused, and PALS asked too', { ...REFUSED, 'so-far': ALL.slice(0, 3) }, ['complain-at-any-time']],
    ['refused, all but a complaint', { ...REFUSED, 'so-far': ALL.slice(0, 4) }, ['complain-at-any-time']],
    ['refused, everything tried', { ...REFUSED, 'so-far': ALL }, ['ask-a-solicitor']],
    [
      'refused and complained at once',
      { ...REFUSED, 'so-far': ['asked-why', 'complained'] },
      ['contact-pals', 'use-advocate'],
    ],
    [
      'refused on a section',
      { ...REFUSED, detained: 'section' },
      ['contact-pals', 'use-advocate', 'complain-at-any-time', 'complain-under-the-act'],
    ],
    ['refused in Wales', { ...REFUSED, nation: 'wales', detained: 'section' }, ['use-advocate']],
    ['agreed', LOCAL, []],
    ['waiting for funding', FAR, []],
    [
      'funding refused',
      { ...FAR, funding: 'refused' },
      ['use-advocate', 'board-gives-reasons', 'ask-a-solicitor'],
    ],
    ['funding refused in Scotland', { ...FAR, funding: 'refused', nation: 'scotland' }, ['use-advocate']],
    ['had it', { ...REFUSED, 'answer-so-far': 'had-it' }, ['contact-pals', 'complain-if-ignored']],
    ['had it, the same', { ...REFUSED, 'answer-so-far': 'had-it-agreed' }, ['use-advocate']],
    ['had it, no report', { ...REFUSED, 'answer-so-far': 'had-it-no-report' }, []],
    [
      'had it on a community order',
      { ...REFUSED, 'answer-so-far': 'had-it', detained: 'community-order' },
      ['contact-pals', 'complain-if-ignored', 'complain-under-the-act'],
    ],
  ])('%s', (_, answers, expected) => expect(ids(answers)).toEqual(expected));

  it('name the Commission and the advocate for a complaint under the Act', () => {
    expect(FACTS.get('complain-under-the-act')).toEqual(expect.arrayContaining(['N.7', 'N.8']));
  });
});

describe('somebody who came only for a letter', () => {
  const WAYS = ['letter-only', 'quick-letter'];

  it.each(WAYS.flatMap((way) => WITHOUT_RIGHT.map((who) => [way, who] as const)))(
    '%s, %j: one item',
    (way, who) => {
      const plan = planOf({ 'help-with': way, nation: 'wales', detained: 'section', ...who })!;
      const full = planOf(somebody(who))!;
      expect(itemsOf(plan).map(({ id }) => id)).toEqual([full.nextStep.id]);
      expect(itemsOf(plan).flatMap(({ letter }) => letter ?? [])).toEqual([]);
    },
  );

  it.each(WAYS.flatMap((way) => WITH_RIGHT.map((who) => [way, who] as const)))(
    '%s, %j: no plan',
    (way, who) => {
      expect(planOf({ 'help-with': way, nation: 'england', ...who })).toBeUndefined();
    },
  );

  it.each([
    [{ nation: 'england', detained: 'no' }, []],
    [{ nation: 'england' }, []],
    [{}, []],
    [{ nation: 'england', detained: 'section' }, ['under-section']],
    [{ nation: 'wales', detained: 'section' }, ['in-hospital-in-wales', 'in-wales']],
    [{ nation: 'scotland', detained: 'not-sure' }, ['under-the-act-in-scotland', 'in-scotland']],
    [
      { nation: 'northern-ireland', detained: 'in-hospital-by-choice' },
      ['under-the-order-in-northern-ireland', 'in-northern-ireland'],
    ],
  ] as const)('with %j is told %j beside the letter', (answers, expected) => {
    expect(situationNotes(answers)).toEqual(expected);
  });
});
