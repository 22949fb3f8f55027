import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '../../src/questionnaire/calendar.ts';
import { StoreUnavailable } from '../../src/store/errors.ts';
import { createJourneys } from '../../src/store/journeys.ts';
import { memoryRows } from '../../src/store/memory-rows.ts';
import type { Rows } from '../../src/store/rows.ts';
import { type Journey, runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { attribute, elementsIn, textOf } from '../support/page.ts';
import type { Fields } from '../support/driver.ts';
import { hiddenIn, on, recordOf } from '../support/record.ts';

let app: RunningApp;
const TODAY = '2026-11-22' as Day;
beforeAll(async () => {
  app = await runApp({ today: () => TODAY });
});
afterAll(() => app.close());

const PATIENT = {
  'help-with': 'advice-and-letter',
  'who-for': 'me',
  concern: 'treatment',
  letter: 'review-treatment',
};
const CARER = { 'who-for': 'family-or-friend', 'their-agreement': 'yes', 'whose-letter': 'mine' };
const get = ({ base, cookie }: Journey, path: string) => app.get(base + path, cookie);
const post = ({ base, cookie }: Journey, path: string, fields: Fields = {}) =>
  app.post(base + path, fields, cookie);
const entriesOf = async (journey: Journey) => recordOf((await get(journey, '/record')).page).entries;
const whole = () => app.journey(answersOf(PATIENT));

/** A journey with one entry, and that entry's id. */
async function withEntry(what = 'pals', fields: Fields = {}) {
  const journey = await whole();
  await post(journey, `/record/add/${what}`, { ...on(TODAY), ...fields });
  const [entry] = await entriesOf(journey);
  return { journey, id: entry!.id };
}
async function withSent() {
  const journey = await whole();
  await post(journey, '/letter/sent', { ...on('2026-11-20'), how: 'post' });
  const [entry] = await entriesOf(journey);
  return { journey, id: entry!.id };
}

describe('an entry', () => {
  it('has today filled in, what is needed first, and the rest folded away', async () => {
    const { page } = await get(await whole(), '/record/add/answer');
    expect(['day', 'month', 'year'].map((part) => attribute(page.byId(`when-${part}`), 'value'))).toEqual([
      '22',
      '11',
      '2026',
    ]);
    const names = page.forms[0]!;
    expect(attribute(names, 'method')).toBe('post');
    const [details] = page.main.filter(({ tagName }) => tagName === 'details');
    expect(attribute(details, 'open')).toBeUndefined();
    const folded = textOf(details);
    for (const word of ['Notes', 'The reasons, as you were told them']) expect(folded).toContain(word);
    for (const word of ['What was the answer?', 'If it was no']) expect(folded).not.toContain(word);
  });

  it('is added once by a form that is sent twice', async () => {
    const journey = await whole();
    const { page } = await get(journey, '/record/add/pals');
    const fields = { ...hiddenIn(page), ...on(TODAY) };
    const answers = await Promise.all([
      post(journey, '/record/add/pals', fields),
      post(journey, '/record/add/pals', fields),
    ]);
    expect(answers.map(({ status, to }) => [status, to])).toEqual([
      [303, `${journey.base}/plan`],
      [303, `${journey.base}/plan`],
    ]);
    expect(await entriesOf(journey)).toHaveLength(1);
  });

  it.each([
    ['a day to come', on('2026-11-23'), 'The date must be today or in the past'],
    ['a day that does not exist', { ...on(TODAY), 'when-day': '31' }, 'The date must be a real date'],
    ['a day before 2000', on('1999-12-31'), 'The date must be in 2000 or later'],
    ['no day', { 'when-day': '', 'when-month': '', 'when-year': '' }, 'Enter the date'],
    ['an unknown value', { ...on(TODAY), 'asked-for': 'money' }, 'Select what was asked for'],
  ])('with %s comes back with what was typed, and is not kept', async (_what, fields, message) => {
    const journey = await whole();
    const answer = await post(journey, '/record/add/asked', {
      'asked-for': 'news',
      notes: 'She said Friday',
      ...fields,
    });
    expect(answer.status).toBe(422);
    expect(answer.page.title).toMatch(/^Error: /);
    expect(answer.text).toContain(message);
    expect(answer.text).toContain('She said Friday');
    expect(
      answer.page.main.some((one) => one.tagName === 'details' && attribute(one, 'open') !== undefined),
    ).toBe(true);
    expect(await entriesOf(journey)).toEqual([]);
  });

  it.each([
    ['sent-letter', 'when', { day: '' }, 'The date must include a day'],
    ['answer', 'when', { month: '' }, 'The date must include a month'],
    ['answer', 'when', { month: '', year: '' }, 'The date must include a month and a year'],
    ['answer', 'look-again-on', { day: '' }, 'The date when they look again must include a day'],
    ['acknowledged', 'answer-by', { year: '' }, 'The date of the answer must include a year'],
    ['complaint-answer', 'answer-by', { day: '31' }, 'The date of the final answer must be a real date'],
    ['funding', 'answer-by', { day: '', month: '' }, 'The date of the answer must include a day and a month'],
    ['funding', 'review-by', { day: '' }, 'The last date for a review must include a day'],
  ] as const)('%s says of %s, without a part of it, which: %o', async (what, field, without, message) => {
    const chosen = {
      'answer-was': 'something-first',
      'complaint-was': 'not-final',
      'funding-was': field === 'review-by' ? 'refused' : 'applied',
      letter: 'complaint',
    };
    const whole = { day: '3', month: '11', year: '2026', ...without };
    const date = Object.fromEntries(Object.entries(whole).map(([part, text]) => [`${field}-${part}`, text]));
    const journey = await app.journey(answersOf(PATIENT));
    const answer = await post(journey, `/record/add/${what}`, { ...on(TODAY), ...chosen, ...date });
    expect(answer.status).toBe(422);
    const summary = answer.page.having('role').find((one) => attribute(one, 'role') === 'alert');
    expect(textOf(summary).replace(/\s+/g, ' ').trim()).toBe(`There is a problem ${message}`);
  });

  it('about an appointment may be in the future', async () => {
    const { journey } = await withEntry('appointment', { ...on('2027-02-01'), with: 'usual-doctor' });
    expect((await entriesOf(journey))[0]).toMatchObject({ what: 'appointment', date: '2027-02-01' });
  });

  it('ignores and does not check what does not belong to the choice that was made', async () => {
    const { journey, id } = await withEntry('answer', {
      'answer-was': 'yes',
      'agreed-where': 'local',
      'reasons-given': 'never',
      reasons: 'None',
      'look-again-on-day': '99',
    });
    const { text } = await get(journey, `/record/${id}`);
    expect(text).not.toContain('None</textarea>');
    expect(text).not.toContain('value="99"');
  });

  it('that does not exist, or is of an unknown kind, is not found', async () => {
    const journey = await whole();
    for (const path of [
      'add/nothing',
      'add/__proto__',
      'abcdefghijkl',
      'abcdefghijkl/letter',
      'abcdefghijkl/delete',
    ])
      expect((await get(journey, `/record/${path}`)).status, path).toBe(404);
    for (const path of ['add/nothing', 'abcdefghijkl', 'abcdefghijkl/delete'])
      expect((await post(journey, `/record/${path}`, on(TODAY))).status, path).toBe(404);
    expect((await post(journey, '/record/add/pals', { ...on(TODAY), entry: 'a/b' })).status).toBe(400);
  });

  it('of another journey is not found', async () => {
    const { id } = await withEntry();
    const other = await whole();
    for (const path of [id, `${id}/delete`, `${id}/letter`, `${id}/letter.txt`])
      expect((await get(other, `/record/${path}`)).status, path).toBe(404);
    expect((await post(other, `/record/${id}`, on(TODAY))).status).toBe(404);
    expect((await post(other, `/record/${id}/delete`)).status).toBe(404);
  });

  it('can be changed, and keeps its place among the entries of its day', async () => {
    const { journey, id } = await withEntry('asked', { 'asked-for': 'review' });
    await post(journey, '/record/add/pals', on(TODAY));
    const { page } = await get(journey, `/record/${id}`);
    expect(attribute(page.byId('when-day'), 'value')).toBe('22');
    const changed = await post(journey, `/record/${id}`, { ...on(TODAY), 'asked-for': 'again' });
    expect(changed.to).toBe(`${journey.base}/plan`);
    expect((await entriesOf(journey)).map(({ what }) => what)).toEqual(['asked', 'pals']);
    expect((await get(journey, '/record')).text).toContain('The same again, after a no');
    const wrong = await post(journey, `/record/${id}`, { ...on('2026-12-24'), 'asked-for': 'news' });
    expect(wrong.status).toBe(422);
    expect((await get(journey, '/record')).text).toContain('The same again, after a no');
  });

  it('is deleted only by the form of a page that asks first', async () => {
    const { journey, id } = await withEntry();
    const asked = await get(journey, `/record/${id}/delete`);
    expect(asked.status).toBe(200);
    expect(textOf(asked.page.all('main')[0])).toMatch(/22 November 2026\s*PALS was contacted/);
    expect(await entriesOf(journey)).toHaveLength(1);
    expect((await post(journey, `/record/${id}/delete`)).to).toBe(`${journey.base}/record`);
    expect(await entriesOf(journey)).toEqual([]);
    // The same form again, from another tab.
    expect((await post(journey, `/record/${id}/delete`)).to).toBe(`${journey.base}/record`);
  });

  it('that was deleted in another tab is offered again with what was typed, as a new entry', async () => {
    for (const deleted of ['one', 'all']) {
      const { journey, id } = await withEntry('asked', { 'asked-for': 'review' });
      await post(journey, deleted === 'one' ? `/record/${id}/delete` : '/record/delete');
      const typed = { ...on(TODAY), 'asked-for': 'news', notes: 'I rang twice' };
      const answer = await post(journey, `/record/${id}`, typed);
      expect(answer.status).toBe(410);
      expect(answer.text).toContain('I rang twice');
      const [form] = answer.page.forms;
      const action = attribute(form, 'action')!;
      expect(action).toBe(`${journey.base}/record/add/asked`);
      await app.post(action, { ...hiddenIn(answer.page), ...typed }, journey.cookie);
      expect((await entriesOf(journey)).map(({ what }) => what)).toEqual(['asked']);
    }
  });

  const withMany = async (count: number) => {
    const journey = await whole();
    const opened = (await app.services.journeys.open(journey.secret, journey.base.split('/').at(-1)!))!;
    for (let n = 0; n < count; n += 1)
      await opened.addEntry({
        id: `entry-${n}-id`,
        what: 'pals',
        when: TODAY,
        addedAt: n,
        fields: on(TODAY),
      });
    return journey;
  };

  it.each([
    [16, 0],
    [17, 5],
    [100, 88],
  ])(
    'is one of %i: the earliest %i are folded, so that the latest are read in a minute',
    async (count, folded) => {
      const { page } = await get(await withMany(count), '/record');
      const all = recordOf(page).entries.map(({ id }) => id);
      expect(all).toEqual(Array.from({ length: count }, (_, n) => `entry-${n}-id`));
      const [details] = page.main.filter(
        (one) => one.tagName === 'details' && textOf(one).includes('Show what came before'),
      );
      const within = details ? elementsIn(details) : [];
      const ids = within.flatMap((one) => attribute(one, 'data-entry-id') ?? []);
      expect(ids).toEqual(all.slice(0, folded));
    },
  );

  it('is one of at most 100, and one more is sent back with what was typed', async () => {
    const journey = await withMany(100);
    expect(await entriesOf(journey)).toHaveLength(100);
    for (const path of ['/record/add', '/record/add/pals'])
      expect((await get(journey, path)).text).toContain('The record is full');
    const answer = await post(journey, '/record/add/pals', { ...on(TODAY), notes: 'One more' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('The record is full');
    expect(answer.text).toContain('One more');
    const sent = await post(journey, '/letter/sent', on(TODAY));
    expect(sent.status).toBe(422);
    expect(await entriesOf(journey)).toHaveLength(100);
  });
});

describe('a letter that was sent', () => {
  it('is kept as it was, in four formats, whatever is changed afterwards', async () => {
    const { journey, id } = await withSent();
    const copy = await get(journey, `/record/${id}/letter`);
    const [before] = copy.page.having('data-letter-text');
    expect(textOf(before)).toContain('20 November 2026');
    const txt = (await get(journey, `/record/${id}/letter.txt`)).text;
    await post(journey, '/questions/own-words', { 'own-words': 'Something quite new' });
    expect((await get(journey, '/letter')).text).toContain('Something quite new');
    const again = await get(journey, `/record/${id}/letter`);
    expect(textOf(again.page.having('data-letter-text')[0])).toBe(textOf(before));
    expect((await get(journey, `/record/${id}/letter.txt`)).text).toBe(txt);
    for (const format of ['pdf', 'docx']) {
      const file = await get(journey, `/record/${id}/letter.${format}`);
      expect([file.status, file.headers.get('Content-Disposition')]).toEqual([
        200,
        `attachment; filename=letter.${format}`,
      ]);
    }
    expect((await get(journey, `/record/${id}/letter.exe`)).status).toBe(404);
  });

  it('is mentioned on the letter page, which says whether it was this version or an earlier one', async () => {
    const { journey } = await withSent();
    const sentNotice = async () => textOf((await get(journey, '/letter')).page.having('data-sent')[0]);
    expect(await sentNotice()).toContain('You sent this letter on 20 November 2026');
    await post(journey, '/questions/own-words', { 'own-words': 'Something quite new' });
    expect(await sentNotice()).toContain('You sent an earlier version on 20 November 2026');
  });

  it('is one entry for the same words on the same day, and another entry for other words or days', async () => {
    const { journey } = await withSent();
    expect((await post(journey, '/letter/sent', { ...on('2026-11-20'), how: 'email' })).to).toBe(
      `${journey.base}/record`,
    );
    expect(await entriesOf(journey)).toHaveLength(1);
    await post(journey, '/letter/sent', on('2026-11-21'));
    expect(await entriesOf(journey)).toHaveLength(2);
    await post(journey, '/questions/own-words', { 'own-words': 'Something quite new' });
    await post(journey, '/letter/sent', on('2026-11-21'));
    expect(await entriesOf(journey)).toHaveLength(3);
  });

  it('needs a full day that is not in the future; otherwise the form comes back', async () => {
    const journey = await whole();
    for (const fields of [on('2026-11-23'), { 'when-day': '', 'when-month': '11', 'when-year': '2026' }]) {
      const answer = await post(journey, '/letter/sent', { ...fields, how: 'post' });
      expect(answer.status).toBe(422);
      expect(attribute(answer.page.forms[0], 'action')).toBe(`${journey.base}/letter/sent`);
      expect(answer.page.byId('letter')).toBeUndefined();
    }
    expect(await entriesOf(journey)).toEqual([]);
  });

  it('needs a finished letter', async () => {
    const journey = await app.journey(answersOf(PATIENT, 'contact'));
    expect((await post(journey, '/letter/sent', on(TODAY))).to).toBe(`${journey.base}/questions/contact`);
  });

  it('is deleted with its entry', async () => {
    const { journey, id } = await withSent();
    await post(journey, `/record/${id}/delete`);
    expect((await get(journey, `/record/${id}/letter`)).status).toBe(404);
  });

  it('entered by hand has no copy', async () => {
    const { journey, id } = await withEntry('sent-letter', { letter: 'complaint', how: 'post' });
    expect((await get(journey, `/record/${id}/letter`)).status).toBe(404);
    expect(recordOf((await get(journey, '/record')).page).waits[0]?.[0]).toBe('acknowledgement');
  });
});

describe('a change of nation', () => {
  it.each(['complaint', 'funding-review'])(
    'no longer offers %s, a letter for England alone',
    async (letter) => {
      const journey = await app.journey(answersOf({ ...PATIENT, 'help-with': 'letter-only', letter }));
      expect((await get(journey, '/letter')).status).toBe(200);
      await post(journey, '/questions/nation', { nation: 'scotland' });
      expect((await get(journey, '/letter')).to).toBe(`${journey.base}/questions/letter`);
      const { page } = await get(journey, '/questions/letter');
      const offered = page.main.map((one) => attribute(one, 'value'));
      expect(offered).toContain('ask-reasons');
      expect(offered).not.toContain(letter);
      // Changing back restores the answers.
      await post(journey, '/questions/nation', { nation: 'england' });
      expect((await get(journey, '/letter')).status).toBe(200);
    },
  );
});

describe('without the right to act', () => {
  it('every address of the record leads to the plan, which first offers to delete the record', async () => {
    const journey = await app.journey(answersOf({ ...PATIENT, ...CARER }));
    await post(journey, '/letter/sent', on(TODAY));
    const [entry] = await entriesOf(journey);
    await post(journey, '/questions/their-agreement', { 'their-agreement': 'no' });

    const below = ['', '/add', '/add/pals', `/${entry!.id}`, `/${entry!.id}/delete`, `/${entry!.id}/letter`];
    for (const path of [...below, `/${entry!.id}/letter.pdf`, '.pdf', '.txt'])
      expect((await get(journey, `/record${path}`)).to, path).toBe(`${journey.base}/plan`);
    for (const path of [
      '/record/add/pals',
      `/record/${entry!.id}`,
      `/record/${entry!.id}/delete`,
      '/letter/sent',
    ])
      expect((await post(journey, path, on(TODAY))).to, path).toBe(`${journey.base}/plan`);

    const { page } = await get(journey, '/plan');
    const [first] = page.main.filter(({ tagName }) => tagName === 'a');
    expect(attribute(first, 'href')).toBe('record/delete');
    expect((await get(journey, '/record/delete')).status).toBe(200);
    expect((await post(journey, '/record/delete')).to).toBe(`${journey.base}/plan`);
    expect((await get(journey, '/plan')).text).not.toContain('Delete what was kept');
    await post(journey, '/questions/their-agreement', { 'their-agreement': 'yes' });
    expect(await entriesOf(journey)).toEqual([]);
  });
});

describe('a letter that is said to be sent while the store is away', () => {
  /** Rows of which the next so many writes are done, and no more: what is read is there. */
  function writesLeft() {
    const rows = memoryRows();
    const left = { count: Infinity };
    const isAway = () => (left.count -= 1) < 0;
    const away = () => Promise.reject(new StoreUnavailable('away'));
    const counted: Rows = {
      ...rows,
      insert: (...row) => (isAway() ? away() : rows.insert(...row)),
      replace: (...row) => (isAway() ? away() : rows.replace(...row)),
    };
    return { left, rows: counted };
  }
  const CHASER = { 'asked-for': 'news', letter: 'chaser', about: 'complaint' };

  it.each([0, 1, 2])(
    'after %i of its 3 writes, is answered with 503 and what was typed; trying again makes one entry',
    async (done) => {
      const { left, rows } = writesLeft();
      const journeys = createJourneys({ rows, pepper: Buffer.alloc(32, 7), hours: 24 });
      const away = await runApp({ journeys, today: () => TODAY });
      const { base, cookie } = await away.journey(answersOf({ ...PATIENT, ...CHASER }));
      const { page } = await away.get(`${base}/letter`, cookie);
      left.count = done;
      const typed = { ...hiddenIn(page), ...on('2026-11-20'), how: 'post' };
      const answer = await away.post(`${base}/letter/sent`, typed, cookie);
      expect(answer.status).toBe(503);
      const [form] = answer.page.forms;
      expect(attribute(form, 'action')).toBe(`${base}/letter/sent`);
      expect(hiddenIn(answer.page)).toEqual(typed);
      expect(answer.text).toContain('What you typed on the last page is still here');

      // The copy, its place in the journey, and the entry that ends the letter's own answers.
      left.count = 3;
      expect((await away.post(`${base}/letter/sent`, hiddenIn(answer.page), cookie)).to).toBe(
        `${base}/record`,
      );
      const { entries } = recordOf((await away.get(`${base}/record`, cookie)).page);
      expect(entries.map(({ what, date }) => [what, date])).toEqual([['sent-letter', '2026-11-20']]);
      expect((await away.get(`${base}/record/${entries[0]!.id}/letter`, cookie)).status).toBe(200);
      // The next one begins without its answers.
      expect((await away.get(`${base}/letter`, cookie)).to).toBe(`${base}/questions/earlier`);
      await away.close();
    },
  );
});

describe('when the store is full', () => {
  it('an entry gets a 503 with what was typed, and every entry that was shown as saved is there', async () => {
    const rows = memoryRows({ maxBytes: 20_000 });
    const journeys = createJourneys({ rows, pepper: Buffer.alloc(32, 7), hours: 24 });
    const small = await runApp({ journeys, today: () => TODAY });
    const { base, cookie } = await small.journey(answersOf(PATIENT));
    const add = (n: number) =>
      small.post(
        `${base}/record/add/pals`,
        { ...on(TODAY), notes: `Note ${n} ${'and on '.repeat(250)}` },
        cookie,
      );
    let saved = 0;
    let answer = await add(saved);
    while (answer.status === 303) answer = await add((saved += 1));
    expect(answer.status).toBe(503);
    expect(answer.text).toContain(`Note ${saved} and on`);
    expect(saved).toBeGreaterThan(0);
    expect(recordOf((await small.get(`${base}/record`, cookie)).page).entries).toHaveLength(saved);

    const sent = await small.post(`${base}/letter/sent`, { ...on('2026-11-20'), how: 'post' }, cookie);
    expect(sent.status).toBe(503);
    expect(hiddenIn(sent.page)).toEqual({ ...on('2026-11-20'), how: 'post' });
    // What is kept can still be deleted.
    expect((await small.post(`${base}/record/delete`, {}, cookie)).status).toBe(303);
    expect(recordOf((await small.get(`${base}/record`, cookie)).page).entries).toEqual([]);
    expect((await add(0)).status).toBe(303);
    await small.close();
  });
});
