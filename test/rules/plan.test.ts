import { beforeAll, describe, expect, it } from 'vitest';
import type { Advice } from '../../src/rules/advice.ts';
import type { Plan } from '../../src/rules/plan.ts';
import {
  ESCALATION,
  hasNoRight,
  inEngland,
  itemFor,
  lettersFor,
  NOT_ELSEWHERE,
  OWN_LAW,
  STEPS,
} from './support/order.ts';
import {
  everybody,
  FACTS,
  factsOf,
  itemsOf,
  NATIONS_OF_FACTS,
  NATIONS_OF_WORDS,
  type Person,
  planOf,
  said,
} from './support/situations.ts';

/** Somebody's plan, with its items and their facts. */
interface Given {
  readonly person: Person;
  readonly plan: Plan;
  readonly items: readonly Advice[];
  readonly ids: readonly string[];
  readonly facts: readonly string[];
}

function givenTo(person: Person): Given {
  const plan = planOf(person)!;
  const items = itemsOf(plan);
  return { person, plan, items, ids: items.map(({ id }) => id), facts: factsOf(items) };
}

const HELPERS = /^(?:contact-pals|ask-practice-manager|contact-patient-body)/;

/** What must be true of everybody's plan. */
const CHECKS: Readonly<Record<string, (given: Given) => boolean>> = {
  'the next step is the first that fits, by lines 0 to 6 of the contract': ({ person, plan }) =>
    plan.nextStep.id === itemFor(person),
  'the suggested letters are the right ones, for the diagnosis first and then for the treatment': ({
    person,
    plan,
    items,
  }) => {
    const suggested = items.flatMap(({ letter }) => letter ?? []);
    const expected = lettersFor(person);
    return plan.nextStep.letter === expected[0] && suggested.join() === expected.join();
  },
  'without the right to act there is no letter and no escalation': ({ person, items }) =>
    !hasNoRight(person) || items.every(({ id, letter }) => letter === undefined && !ESCALATION.includes(id)),
  'no item is there twice, and no step that was passed': ({ person, ids }) =>
    new Set(ids).size === ids.length &&
    !(said(person, 'so-far', 'contacted-pals') && ids.some((id) => HELPERS.test(id))) &&
    !(said(person, 'so-far', 'used-advocate') && ids.includes('use-advocate')) &&
    !(said(person, 'so-far', 'complained') && ids.some((id) => /^complain-(?!under)/.test(id))),
  'nobody who is an advocate is told to get one': ({ person, ids }) =>
    !said(person, 'who-for', 'client') || !ids.includes('use-advocate'),
  'after a refusal, and while there is no answer, help and a complaint are beside the next step': ({
    person,
    ids,
  }) =>
    hasNoRight(person) ||
    !['refused', 'no-answer-yet', 'not-clear'].some((answer) => said(person, 'answer-so-far', answer)) ||
    ((!inEngland(person) ||
      said(person, 'so-far', 'contacted-pals') ||
      ids.some((id) => /^(?:contact-pals|ask-practice-manager)$/.test(id))) &&
      (said(person, 'so-far', 'used-advocate') ||
        said(person, 'who-for', 'client') ||
        ids.includes('use-advocate')) &&
      (said(person, 'so-far', 'complained') || ids.includes('complain-at-any-time') === inEngland(person))),
  'PALS is not suggested for what a GP decided': ({ person, ids }) =>
    (person['answered-by'] ?? person['decided-by']) !== 'gp' || !ids.includes('contact-pals'),
  'a solicitor is mentioned only beside the wait for a complaint and a refusal of funding': ({
    person,
    ids,
    plan,
  }) => {
    const times = ['wait-for-complaint-answer', 'ask-to-review-funding'];
    return ids.includes('ask-a-solicitor') === (!hasNoRight(person) && times.includes(plan.nextStep.id));
  },
  'outside England N.12 replaces what is true only in England': ({ person, facts }) =>
    facts.includes('N.12') !== inEngland(person) &&
    (inEngland(person) || !facts.some((fact) => NOT_ELSEWHERE.includes(fact))),
  'nobody is told the law of another nation': ({ person, facts, ids }) =>
    facts.every((fact) => NATIONS_OF_FACTS.get(fact)?.includes(person.nation as string) ?? true) &&
    ids.every((id) => NATIONS_OF_WORDS.get(id)?.includes(person.nation as string) ?? true),
  'a person who may be under mental health law is told the law of their own nation': ({ person, facts }) => {
    const law = inEngland(person) ? 'N.7' : OWN_LAW[person.nation as string]!;
    return facts.includes(law) === !said(person, 'detained', 'no');
  },
  'under the Act the advocate comes first, and the Commission is mentioned wherever a complaint is': ({
    person,
    ids,
    plan,
  }) => {
    const isHeld = said(person, 'detained', 'section') || said(person, 'detained', 'community-order');
    if (!isHeld) return plan.first.length === 0 && !ids.includes('complain-under-the-act');
    const complains = ids.some((id) => /^complain-(?!under)/.test(id)) && inEngland(person);
    return (
      (hasNoRight(person) || plan.first.length === 1) &&
      (!complains || ids.includes('complain-under-the-act'))
    );
  },
  'everybody with the right to act gets 1.3, 2.1, N.3 and N.14, and in England N.4 to N.6 in one item': ({
    person,
    plan,
  }) =>
    hasNoRight(person) ||
    (['1.3', '2.1', 'N.3', 'N.14'].every((fact) => factsOf(plan.everybody).includes(fact)) &&
      plan.everybody.some(({ id }) => FACTS.get(id)!.join(' ') === 'N.4 N.5 N.6') === inEngland(person)),
  'a person who acts for another gets N.10, or N.11 if that person cannot decide': ({ person, facts }) => {
    const expected = said(person, 'their-agreement', 'cannot-decide') ? 'N.11' : 'N.10';
    const found = facts.filter((fact) => fact === 'N.10' || fact === 'N.11');
    return found.join() === (said(person, 'who-for', 'me') ? '' : expected);
  },
  'an item gives only choices that this person made as its reason, and the next step gives at least one': ({
    person,
    plan,
    items,
  }) =>
    plan.nextStep.because.length > 0 &&
    items.every(({ because }) => because.every(({ slug, value }) => said(person, slug, value))),
  'without a record no item waits for a day': ({ items }) =>
    items.every(
      ({ waitUntil, overdueSince, entries }) => !waitUntil && !overdueSince && entries.length === 0,
    ),
};

describe('in every situation', () => {
  const faults = new Map(Object.keys(CHECKS).map((name) => [name, [] as Person[]]));
  let situations = 0;

  beforeAll(() => {
    for (const person of everybody()) {
      situations += 1;
      const given = givenTo(person);
      for (const [name, holds] of Object.entries(CHECKS)) if (!holds(given)) faults.get(name)!.push(person);
    }
  });

  it.each(Object.keys(CHECKS))('%s', (name) =>
    expect(
      faults.get(name)!.slice(0, 3),
      'Not true for these people. The order of the steps, with their facts, is in test/rules/support/order.ts',
    ).toEqual([]),
  );
  it('of more than 100,000 that were checked', () => expect(situations).toBeGreaterThan(100_000));
});

describe('the words of each step cite the facts that the step is about', () => {
  it.each(Object.values(STEPS).map(({ item, facts }) => [item, facts]))('%s: %s', (id, facts) => {
    const cited = FACTS.get(id)!;
    expect(facts.split(' ').filter((fact) => fact !== '' && !cited.includes(fact))).toEqual([]);
  });
});
