import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/content.ts';
import type { Fact } from '../../src/content/facts.ts';
import type { Day } from '../../src/questionnaire/calendar.ts';
import { dayAfter, factsDue } from '../../scripts/facts-due.ts';
import { citationsIn, unconfirmedContacts } from '../../scripts/citations.ts';
import { runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { textOf } from '../support/page.ts';

const content = loadContent(join(fileURLToPath(new URL('../..', import.meta.url)), 'content'));
const { byId } = content.ledger;

const everywhere = citationsIn(content);
const inGuide = everywhere.filter(({ where }) => where.startsWith('guide/'));
const inAdvice = everywhere.filter(({ where }) => where.startsWith('advice/'));

describe('the facts', () => {
  it('are all cited in the guide, and no text cites one that does not exist', () => {
    expect(byId.size, 'Facts are kept, not dropped: if one was added, count it here').toBe(108);
    const told = new Set(inGuide.flatMap(({ facts }) => facts));
    expect([...byId.keys()].filter((id) => !told.has(id))).toEqual([]);
    expect(everywhere.flatMap(({ facts }) => facts.filter((id) => !byId.has(id)))).toEqual([]);
  });

  it('name the page that confirms them and the day it was read, or say that there is none', () => {
    for (const { id, source, grade, checked, reviewBy } of byId.values()) {
      expect([id, source === 'none', grade === 'none'], id).toEqual([id, !checked, !checked]);
      expect(reviewBy > (checked ?? ''), id).toBe(true);
    }
  });

  it('are cited by every item of advice', () => {
    expect(inAdvice.filter(({ facts }) => facts.length === 0)).toEqual([]);
  });

  it('show a number, an email or an address only if a dated or official page confirms it (grades A and B)', () => {
    expect(
      everywhere.flatMap((citation) => unconfirmedContacts(citation, byId)),
      'The words show what no fact that they cite holds in "says" or "tell" of content/facts.yaml',
    ).toEqual([]);
  });

  it.each(['C', 'none'] as const)('would be found in every place that shows one of grade %s', (grade) => {
    const lowered = new Map([...byId].map(([id, fact]) => [id, { ...fact, grade }]));
    const found = everywhere.flatMap((citation) => unconfirmedContacts(citation, lowered)).join('\n');
    for (const where of ['pages/urgent-help: 116 123', 'views/paper: 116 123', 'fact N.1: 116 123'])
      expect(found).toContain(where);
  });

  it('name no person', () => {
    const named = /\b(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Sir|Dame|Baroness|Lord)\.? \p{Lu}\p{Ll}/u;
    expect(everywhere.filter(({ text }) => named.test(text))).toEqual([]);
  });
});

describe('the search for unconfirmed contact details', () => {
  const fact = (grade: Fact['grade']) => new Map([['1', { grade, says: 'Ring 01632 960 001.' } as Fact]]);
  const citation = (text: string) => ({ where: 'a', facts: ['1'], text });

  it.each(['01632 960 001', '01632960001'])(
    'accepts %s as the number of its fact, if the grade is good enough',
    (number) => {
      expect(unconfirmedContacts(citation(`Ring ${number}`), fact('B'))).toEqual([]);
      expect(unconfirmedContacts(citation(`Ring ${number}`), fact('C'))).toEqual([`a: ${number}`]);
      expect(unconfirmedContacts(citation(`Ring ${number}`), fact('none'))).toEqual([`a: ${number}`]);
    },
  );

  it.each(['020 7946 0018', '0800 1111', 'someone@example.org', 'SE5 8AZ', '85258', '18000'])(
    'finds %s',
    (contact) => {
      expect(unconfirmedContacts(citation(`At ${contact}.`), fact('A'))).toEqual([`a: ${contact}`]);
    },
  );

  it.each(['On 22 November 2026', '111 or 999', '2025 c. 33', 'see rethink.org'])('ignores: %s', (text) => {
    expect(unconfirmedContacts(citation(text), fact('none'))).toEqual([]);
  });
});

describe('the facts that are due to be checked', () => {
  const facts = [
    { id: 'later', reviewBy: '2027-02-01' },
    { id: 'soon', reviewBy: '2026-12-01', says: 'A', tell: 'B' },
    { id: 'today', reviewBy: '2026-11-22', says: 'A' },
    { id: 'yesterday', reviewBy: '2026-11-21' },
  ] as Fact[];

  it('are those whose day comes within so many days, earliest first, and overdue if the day has passed', () => {
    const due = factsDue(facts, '2026-11-22', 9).map(({ id, isOverdue }) => [id, isOverdue]);
    expect(due).toEqual([
      ['yesterday', true],
      ['today', false],
      ['soon', false],
    ]);
    expect(factsDue(facts, '2026-11-22', 8)).toHaveLength(2);
    expect(factsDue(facts, '2026-11-22', 9).at(-1)).toMatchObject({ told: 'B' });
  });

  it('are found across months and years', () => expect(dayAfter('2026-12-30', 63)).toBe('2027-03-03'));
});

describe('a fact past its day of review', () => {
  const NOTE = 'due to be checked again';
  let now: RunningApp;
  let later: RunningApp;
  beforeAll(async () => {
    now = await runApp();
    later = await runApp({ today: () => '2027-05-27' as Day });
  });
  afterAll(() => Promise.all([now.close(), later.close()]));

  const planOf = async (app: RunningApp) => {
    const { base, cookie } = await app.journey(answersOf({ 'who-for': 'me' }, 'letter'));
    return app.get(`${base}/plan`, cookie);
  };

  it('is marked in the guide', async () => {
    for (const { slug } of content.guide) {
      expect((await now.get(`/guide/${slug}`)).text).not.toContain(NOTE);
      expect((await later.get(`/guide/${slug}`)).text).toContain(NOTE);
    }
  });

  it('is marked beside every item of the plan', async () => {
    const notes = async (app: RunningApp) =>
      (await planOf(app)).page.having('data-advice').map((item) => textOf(item).includes(NOTE));
    expect(new Set(await notes(now))).toEqual(new Set([false]));
    expect(new Set(await notes(later))).toEqual(new Set([true]));
  });
});
