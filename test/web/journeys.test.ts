import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST_LETTERS, LETTER_IDS } from '../../src/questionnaire/questions/people.ts';
import { runApp, type RunningApp } from '../support/app.ts';
import { attribute, Page } from '../support/page.ts';
import type { CookieJar, Persona } from '../support/driver.ts';
import { personaFor, type Role, ROLES_WITH_LETTER } from '../support/personas.ts';
import { begin as beginAt, letterOf, walked as walkedAt } from '../support/tabs.ts';

/** Whole journeys, as a browser without JavaScript makes them. */
let app: RunningApp;
beforeAll(async () => void (app = await runApp()));
afterAll(() => app.close());

const begin = (jar?: CookieJar) => beginAt(app.origin, jar);
const walked = (persona: Persona, jar?: CookieJar) => walkedAt(app.origin, persona, jar);

const toQuick: Persona = { 'help-with': { 'help-with': 'quick-letter' } };
const letterOnly: Persona = { 'help-with': { 'help-with': 'letter-only' } };

describe('from the first question to a letter', () => {
  // A patient writes every letter, and everybody else a third of them, in turn: who acts and which letter it is decide
  // different questions, and test/letters has all of both.
  describe.each(ROLES_WITH_LETTER.map((role, turn) => [role, turn] as const))('%s', (role: Role, turn) => {
    it.each(LETTER_IDS.filter((_, at) => turn === 0 || at % 3 === turn % 3))('%s', async (letter) => {
      const persona = personaFor(letter, role);
      const tab = await walked(persona);
      expect(tab.path).toBe(`${tab.base}/check-answers`);
      const words = await letterOf(tab);
      expect(tab.status).toBe(200);
      expect(words).toContain(persona.patient!['patient-name']);
      expect(words).toMatch(/Dear (Dr .*Patel|Sir or Madam),/);
      expect(words).toContain(persona['own-words']!['own-words']);
      expect(words).not.toMatch(/undefined|null|\{|\}|\[|Tuesday at ten/);
    });
  });

  it.each(['not-asked', 'no', 'cannot-decide'])('agreement "%s" ends at the plan', async (agreement) => {
    const persona: Persona = {
      ...personaFor('review-treatment', 'carer'),
      'their-agreement': { 'their-agreement': agreement },
      'legal-authority': { 'legal-authority': 'no' },
    };
    for (const way of [{}, letterOnly, toQuick]) {
      const tab = await begin();
      const visited = await tab.walk({ ...persona, ...way });
      expect(tab.path).toBe(`${tab.base}/plan`);
      expect(visited).not.toContain('letter');
      expect(new Page(tab.html).having('data-letter')).toEqual([]);
      expect(new Page(tab.html).having('data-next-step')).toHaveLength(1);
    }
  });

  it.each(['advice-and-letter', 'letter-only', 'quick-letter'])(
    '%s without any optional answer',
    async (way) => {
      const whole = personaFor('second-opinion-diagnosis', 'carer');
      const needed = [
        'who-for',
        'their-agreement',
        'whose-letter',
        'nation',
        'detained',
        'concern',
        'decided-by',
        'history',
        'diagnosis-reasons',
        'so-far',
        'answer-so-far',
        'answered-by',
        'letter',
        'patient',
        'pronouns',
        'writer',
        'contact',
        'reasons-to-disagree',
      ];
      const least = Object.fromEntries(needed.map((slug) => [slug, whole[slug]!]));
      const tab = await walked({ ...least, 'help-with': { 'help-with': way } });
      expect(await letterOf(tab)).toContain('Amina Khan');
    },
  );

  it('letter-only asks nothing that only advice needs, and has no plan', async () => {
    const tab = await begin();
    const visited = await tab.walk({ ...personaFor('review-diagnosis', 'patient'), ...letterOnly });
    expect(visited).toContain('detained');
    expect(visited).not.toContain('concern');
    await tab.open(`${tab.base}/plan`);
    expect(tab.path).toBe(`${tab.base}/check-answers`);
  });

  it.each(FIRST_LETTERS)('a quick %s takes a patient at most eight submits', async (letter) => {
    const tab = await begin();
    const visited = await tab.walk({ ...personaFor(letter, 'patient'), ...toQuick });
    expect(visited.length).toBeLessThanOrEqual(8);
    expect(await letterOf(tab)).toContain('Amina Khan');
  });

  it.each(['wales', 'scotland', 'northern-ireland'])(
    'somebody in %s is told what is different there, and can go on',
    async (nation) => {
      const persona: Persona = { ...personaFor('review-treatment', 'patient'), nation: { nation } };
      const tab = await walked(persona);
      expect(tab.path).toBe(`${tab.base}/check-answers`);
      await tab.open(`${tab.base}/plan`);
      expect(new Page(tab.html).having('data-facts').map((item) => attribute(item, 'data-facts'))).toContain(
        'N.12',
      );

      const quick = await walked({ ...persona, ...toQuick });
      await quick.open(`${quick.base}/questions/letter`);
      expect(
        new Page(quick.html).having('data-facts').map((note) => attribute(note, 'data-facts')),
      ).toContain('N.12');
    },
  );

  it.each(['section', 'community-order', 'in-hospital-by-choice', 'not-sure'])(
    'somebody in hospital or under an order (%s) is told where to go, and can go on',
    async (detained) => {
      const persona: Persona = { ...personaFor('review-treatment', 'patient'), detained: { detained } };
      const tab = await walked({ ...persona, ...letterOnly });
      expect(tab.path).toBe(`${tab.base}/check-answers`);
      await tab.open(`${tab.base}/questions/letter`);
      const facts = new Page(tab.html)
        .having('data-facts')
        .map((note) => attribute(note, 'data-facts'))
        .join(' ');
      expect(facts).toMatch(/N\.[57]/);
    },
  );
});
