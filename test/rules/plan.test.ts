import { beforeAll, describe, expect, it } from 'vitest';
import type { Advice, Plan } from '../../src/rules/plan.ts';
import {
  ELSEWHERE_ONLY,
  ESCALATION,
  hasNoRight,
  inEngland,
  lettersFor,
  NOT_ELSEWHERE,
  STEPS,
  stepFor,
} from './support/order.ts';
import { everybody, FACTS, factsOf, itemsOf, type Person, planOf, said } from './support/situations.ts';

/** Somebody's plan, with all that it gives. */
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

/** What must hold of everybody's plan. */
const CHECKS: Readonly<Record<string, (given: Given) => boolean>> = {
  'the next step is the first that fits, as lines 0 to 6 have it': ({ person, plan }) => {
    const items = Object.keys(STEPS[stepFor(person)]!.items);
    const here = items.filter(
      (id) => items.length === 1 || ELSEWHERE_ONLY.includes(id) !== inEngland(person),
    );
    return here.length === 1 && plan.nextStep.id === here[0];
  },
  'the letters are the right ones, the diagnosis first and the treatment beside it': ({
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
  'no step comes twice, nor one that was passed': ({ person, ids }) =>
    new Set(ids).size === ids.length &&
    !(said(person, 'so-far', 'contacted-pals') && ids.includes('contact-pals')) &&
    !(said(person, 'so-far', 'used-advocate') && ids.includes('use-advocate')) &&
    !(said(person, 'so-far', 'complained') && ids.some((id) => /^complain-(?!under)/.test(id))),
  'from a refusal on, PALS, an advocate and a complaint stand beside the next step': ({ person, ids }) =>
    hasNoRight(person) ||
    !said(person, 'answer-so-far', 'refused') ||
    ((said(person, 'so-far', 'contacted-pals') || ids.includes('contact-pals') === inEngland(person)) &&
      (said(person, 'so-far', 'used-advocate') || ids.includes('use-advocate')) &&
      (said(person, 'so-far', 'complained') || ids.includes('complain-at-any-time') === inEngland(person))),
  'a solicitor stands beside the wait for a complaint and a refusal of funding alone': ({
    person,
    ids,
    plan,
  }) => {
    const times = ['wait-for-complaint-answer', 'ask-to-review-funding'];
    return ids.includes('ask-a-solicitor') === (!hasNoRight(person) && times.includes(plan.nextStep.id));
  },
  'outside England N.12 takes the place of what holds in England alone': ({ person, facts }) =>
    facts.includes('N.12') !== inEngland(person) &&
    (inEngland(person) || !facts.some((fact) => NOT_ELSEWHERE.includes(fact))),
  'under the Act an advocate is named, and the Commission wherever a complaint is': ({
    person,
    ids,
    facts,
  }) => {
    if (!said(person, 'detained', 'section') && !said(person, 'detained', 'community-order')) {
      return !ids.includes('complain-under-the-act');
    }
    const complains = ids.some((id) => /^complain-(?!under)/.test(id)) && inEngland(person);
    return facts.includes('N.7') && (!complains || ids.includes('complain-under-the-act'));
  },
  'whoever is not free of the Act, or not sure, gets N.5 and N.7': ({ person, plan }) => {
    const facts = factsOf(plan.circumstances).filter((fact) => fact === 'N.5' || fact === 'N.7');
    return facts.join() === (said(person, 'detained', 'no') ? '' : 'N.5,N.7');
  },
  'everybody gets 1.3, 2.1, N.3 and N.14, and N.4 to N.6 in one item': ({ plan }) =>
    ['1.3', '2.1', 'N.3', 'N.14'].every((fact) => factsOf(plan.everybody).includes(fact)) &&
    plan.everybody.some(({ id }) => FACTS.get(id)!.join(' ') === 'N.4 N.5 N.6'),
  'whoever acts for another gets N.10, or N.11 where that person cannot decide': ({ person, facts }) => {
    const expected = said(person, 'their-agreement', 'cannot-decide') ? 'N.11' : 'N.10';
    const found = facts.filter((fact) => fact === 'N.10' || fact === 'N.11');
    return found.join() === (said(person, 'who-for', 'me') ? '' : expected);
  },
  'an item names only choices that this person made, and the next step names one': ({
    person,
    plan,
    items,
  }) =>
    plan.nextStep.because.length > 0 &&
    items.every(({ because }) => because.every(({ slug, value }) => said(person, slug, value))),
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
      'It does not hold for these. The order of the steps, with their facts, is in test/rules/support/order.ts',
    ).toEqual([]),
  );
  it('which are all there are', () => expect(situations).toBeGreaterThan(100_000));
});

describe('the words of each step cite the facts that the step is about', () => {
  it.each(Object.values(STEPS).flatMap(({ items }) => Object.entries(items)))('%s: %s', (id, facts) => {
    const cited = FACTS.get(id)!;
    expect(facts.split(' ').filter((fact) => fact !== '' && !cited.includes(fact))).toEqual([]);
  });
});
