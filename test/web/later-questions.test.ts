import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '../../src/questionnaire/calendar.ts';
import { type Journey, runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { attribute, controlsOf, elementsIn, type Page, textOf } from '../support/page.ts';
import type { Fields } from '../support/driver.ts';
import { on } from '../support/record.ts';

const TODAY = '2026-11-22' as Day;
let app: RunningApp;
beforeAll(async () => {
  app = await runApp({ today: () => TODAY });
});
afterAll(() => app.close());

const get = ({ base, cookie }: Journey, path: string) => app.get(base + path, cookie);
const post = ({ base, cookie }: Journey, path: string, fields: Fields = {}) =>
  app.post(base + path, fields, cookie);

const ADVICE = {
  'help-with': 'advice-and-letter',
  'who-for': 'me',
  nation: 'england',
  detained: 'no',
  concern: 'treatment',
  'decided-by': 'psychiatrist',
};
const ASKED = { ...ADVICE, 'so-far': ['talked'] };
const REFUSED = { ...ADVICE, 'so-far': ['asked-why'], 'answer-so-far': 'refused', 'answered-by': 'gp' };
const FAR = {
  ...ADVICE,
  'so-far': ['asked-in-writing'],
  'answer-so-far': 'agreed',
  'agreed-where': 'out-of-area',
};

interface Entry {
  readonly what: string;
  readonly fields: Fields;
}
const entry = (what: string, day: string, fields: Fields = {}): Entry => ({
  what,
  fields: { ...on(day), ...fields },
});
const SENT = entry('sent-letter', '2026-09-03', { letter: 'second-opinion-treatment', how: 'post' });
const NO = entry('answer', '2026-10-06', {
  'answer-was': 'no',
  'answered-by': 'gp',
  'reasons-given': 'yes',
  reasons: 'it would not help',
});
const COMPLAINED = entry('sent-letter', '2026-10-20', {
  letter: 'complaint',
  how: 'email',
  who: 'Park Surgery',
});
const ARRIVED = entry('acknowledged', '2026-10-22', { reference: 'C-7', who: 'Sam Reed' });
const BOARD = entry('funding', '2026-10-10', {
  'funding-was': 'refused',
  reference: 'IFR 88',
  reasons: 'a local service can do it',
  who: 'Borchester ICB',
});

/** Somebody who has kept a record of what happened, and has got as far as this question of this letter. */
async function writing(
  letter: string,
  upTo: string,
  entries: readonly Entry[],
  choices: Fields = ASKED,
): Promise<Journey> {
  const journey = await app.journey(answersOf({ ...choices, letter }, upTo));
  for (const { what, fields } of entries)
    expect((await post(journey, `/record/add/${what}`, fields)).status, what).toBe(303);
  return journey;
}

/** What is filled in on the question's form: texts and choices. */
function heldBy(page: Page): Fields {
  const [form] = page.forms;
  const typed = controlsOf(form!).filter(({ type, value }) => ['text', 'textarea'].includes(type) && value);
  const chosen = page.main.filter((element) => attribute(element, 'checked') !== undefined);
  return Object.fromEntries([
    ...typed.map(({ name, value }) => [name, value]),
    ...chosen.map((element) => [attribute(element, 'name')!, attribute(element, 'value')!]),
  ]) as Fields;
}

const day = (name: string, date: string, month: string) => ({
  [`${name}-day`]: date,
  [`${name}-month`]: month,
  [`${name}-year`]: '2026',
});

describe('a question of a later letter that the record can answer', () => {
  const KNOWN: readonly (readonly [letter: string, slug: string, entries: readonly Entry[], held: Fields])[] =
    [
      [
        'chaser',
        'earlier',
        [SENT],
        { about: 'second-opinion', ...day('asked-on', '3', '9'), 'asked-how': 'post' },
      ],
      [
        'ask-reasons',
        'the-answer',
        [SENT, NO],
        {
          ...day('asked-on', '3', '9'),
          ...day('refused-on', '6', '10'),
          'reasons-given': 'yes',
          reasons: 'it would not help',
        },
      ],
      ['complaint', 'complain-to', [SENT, NO], { 'complain-to': 'practice' }],
      [
        'complaint',
        'events',
        [SENT, NO],
        {
          events:
            '3 September 2026 - asked for a second opinion in a letter\n6 October 2026 - the answer was no',
        },
      ],
      [
        'funding-review',
        'decision',
        [BOARD],
        { ...day('decision-on', '10', '10'), 'decision-reference': 'IFR 88' },
      ],
      ['funding-review', 'recipient', [BOARD], { 'recipient-name': 'Borchester ICB' }],
      ['funding-review', 'board-reasons', [BOARD], { 'board-reasons': 'a local service can do it' }],
    ];

  it.each(KNOWN)('%s: %s is filled in', async (letter, slug, entries, held) => {
    const before = letter === 'funding-review' ? { ...FAR, 'write-to': 'board' } : ASKED;
    const journey = await writing(letter, slug, entries, before);
    const { page, text } = await get(journey, `/questions/${slug}`);
    expect(heldBy(page)).toEqual(held);
    expect(text).toContain('Your record says this already');
  });

  it('a chaser about a complaint lists what was heard, and goes to whoever has the complaint', async () => {
    const journey = await writing('chaser', 'earlier', [SENT, NO, COMPLAINED, ARRIVED]);
    const shown = heldBy((await get(journey, '/questions/earlier')).page);
    expect(shown).toEqual({
      about: 'complaint',
      ...day('asked-on', '20', '10'),
      'asked-how': 'email',
      'their-reference': 'C-7',
    });
    expect((await post(journey, '/questions/earlier', shown)).to).toMatch(/recipient$/);
    expect(heldBy((await get(journey, '/questions/recipient')).page)).toEqual({
      'recipient-name': 'Park Surgery',
    });
    await post(journey, '/questions/recipient', { 'recipient-name': 'Park Surgery' });
    const rest = answersOf({ ...ASKED, letter: 'chaser', about: 'complaint' }, 'since');
    for (const slug of ['patient', 'contact']) await post(journey, `/questions/${slug}`, rest[slug]);
    expect(heldBy((await get(journey, '/questions/since')).page)).toEqual({
      heard: '22 October 2026 - the complaint was acknowledged',
    });
  });

  it('a chaser about a complaint goes where the complaint went, under the name in that letter', async () => {
    const journey = await app.journey(
      answersOf({ ...ASKED, letter: 'complaint', 'body-name': 'Park Surgery' }),
    );
    await post(journey, '/letter/sent', on('2026-11-02'));
    await post(journey, '/questions/letter', { letter: 'chaser' });
    await post(journey, '/questions/earlier', { about: 'complaint', ...day('asked-on', '2', '11') });
    expect(heldBy((await get(journey, '/questions/recipient')).page)).toEqual({
      'recipient-name': 'Park Surgery',
    });
  });

  it('is only filled in, not answered: the next page still waits for it', async () => {
    const journey = await writing('chaser', 'earlier', [SENT]);
    await get(journey, '/questions/earlier');
    expect((await get(journey, '/questions/patient')).to).toMatch(/questions\/earlier$/);
  });

  it('shows what was typed, or an earlier answer or skip, instead of the record', async () => {
    const journey = await writing('ask-reasons', 'the-answer', [SENT, NO]);
    const page = '/questions/the-answer';
    const typed = { 'reasons-given': 'no', reasons: 'something of my own' };
    const faulty = await post(journey, page, typed);
    expect(faulty.status).toBe(422);
    expect(heldBy(faulty.page)).toEqual(typed);
    expect(heldBy((await get(journey, page)).page)).toEqual(typed);

    await post(journey, page, { ...typed, ...day('refused-on', '7', '10') });
    expect(heldBy((await get(journey, page)).page)).toEqual({ ...typed, ...day('refused-on', '7', '10') });

    const skipped = await writing('chaser', 'since', [SENT, COMPLAINED, ARRIVED]);
    await post(skipped, '/questions/since', {});
    const { page: empty, text } = await get(skipped, '/questions/since');
    expect(heldBy(empty)).toEqual({});
    expect(text).not.toContain('Your record says this already');
  });

  it('takes an answer that differs from the record', async () => {
    const journey = await writing('chaser', 'earlier', [SENT]);
    const other = { about: 'report', ...day('asked-on', '1', '2') };
    expect((await post(journey, '/questions/earlier', other)).status).toBe(303);
    expect(heldBy((await get(journey, '/questions/earlier')).page)).toEqual(other);
  });

  it('is empty without a record, and does not mention one', async () => {
    const journey = await writing('chaser', 'earlier', []);
    const { page, text } = await get(journey, '/questions/earlier');
    expect(heldBy(page)).toEqual({});
    expect(text).not.toContain('record says this already');
  });
});

describe('a second letter of the same kind', () => {
  it.each([
    ['chaser', ['earlier', 'since'], { about: 'complaint' }],
    ['ask-reasons', ['the-answer', 'put-right'], {}],
    ['complaint', ['complain-to', 'complaint-about', 'events', 'outcome-wanted', 'talk-about-it'], {}],
    ['funding-review', ['decision', 'board-reasons'], {}],
  ])('%s starts empty once the first one was sent', async (letter, slugs, choices) => {
    const journey = await app.journey(answersOf({ ...ASKED, ...choices, letter, 'write-to': 'doctor' }));
    const copyAt = async () => (await get(journey, '/letter')).status;
    expect(await copyAt()).toBe(200);
    expect((await post(journey, '/letter/sent', on('2026-11-20'))).to).toBe(`${journey.base}/record`);
    const [first] = slugs;
    expect((await get(journey, '/letter')).to).toBe(`${journey.base}/questions/${first}`);
    const own = Object.keys(
      (await app.services.journeys.open(journey.secret, journey.base.slice(9)))!.answers,
    );
    expect(own.filter((key) => key.endsWith(`:${letter}`))).toEqual([]);
    // What all letters share is not asked again.
    expect(own).toContain('patient');
    const { page } = await get(journey, '/record');
    const copy = page.all('a').map((link) => attribute(link, 'href'));
    expect(copy.some((href) => /\/record\/[\w-]+\/letter$/.test(href ?? ''))).toBe(true);
  });

  it('a first letter keeps its answers, to be sent again', async () => {
    const journey = await app.journey(answersOf({ ...ASKED, letter: 'review-treatment' }));
    await post(journey, '/letter/sent', on('2026-11-20'));
    expect((await get(journey, '/letter')).status).toBe(200);
  });
});

describe('the letter question', () => {
  const FIRST = [
    'review-treatment',
    'second-opinion-treatment',
    'review-diagnosis',
    'second-opinion-diagnosis',
  ];
  const LATER = ['chaser', 'ask-reasons', 'complaint', 'funding-review'];
  const offeredBy = (page: Page) =>
    page.main
      .filter((element) => attribute(element, 'name') === 'letter')
      .map((element) => attribute(element, 'value'));
  const headingsOf = (page: Page) => page.main.filter(({ tagName }) => tagName === 'h2').map(textOf);
  const shown = async (choices: Fields, entries: readonly Entry[] = []) =>
    (await get(await writing('', 'letter', entries, choices), '/questions/letter')).page;

  it.each([
    ['nothing was tried', { ...ADVICE, 'so-far': ['nothing-yet'] }, [], []],
    ['a second opinion was not asked for', ASKED, [], []],
    [
      'no answer came',
      { ...ADVICE, 'so-far': ['asked-in-writing'], 'answer-so-far': 'no-answer-yet' },
      [],
      ['chaser', 'complaint'],
    ],
    ['the answer was no', REFUSED, [], ['chaser', 'ask-reasons', 'complaint']],
    ['the board does not pay', { ...FAR, funding: 'refused' }, [], ['chaser', 'complaint', 'funding-review']],
    [
      'the report did not come',
      { ...ADVICE, 'so-far': ['asked-why'], 'answer-so-far': 'had-it-no-report' },
      [],
      ['chaser', 'complaint'],
    ],
    [
      'an answer is still due',
      ASKED,
      [entry('sent-letter', '2026-11-20', { letter: 'second-opinion-treatment' })],
      ['complaint'],
    ],
    ['the answer is overdue', ASKED, [SENT], ['chaser', 'complaint']],
    [
      'the answer to a complaint is still due',
      ASKED,
      [SENT, NO, entry('sent-letter', '2026-11-20', { letter: 'complaint' })],
      ['chaser', 'ask-reasons'],
    ],
    ['the no is in the record', ASKED, [SENT, NO], ['chaser', 'ask-reasons', 'complaint']],
    [
      'the no is in the record, in Scotland',
      { ...ASKED, nation: 'scotland' },
      [SENT, NO],
      ['chaser', 'ask-reasons'],
    ],
  ] as const)(
    'with a plan offers the later letters whose time has come, when %s',
    async (_, choices, entries, later) => {
      const page = await shown(choices as Fields, entries);
      expect(offeredBy(page)).toEqual([...FIRST, ...later]);
      expect(headingsOf(page).filter((one) => /^(To ask|After you have asked)$/.test(one))).toEqual(
        later.length > 0 ? ['To ask', 'After you have asked'] : [],
      );
    },
  );

  it.each([
    ['letter-only', 'england', LATER],
    ['quick-letter', 'england', LATER],
    ['letter-only', 'wales', ['chaser', 'ask-reasons']],
    ['quick-letter', 'northern-ireland', ['chaser', 'ask-reasons']],
  ])('%s in %s offers every letter of that nation, under two headings', async (way, nation, later) => {
    const page = await shown({ 'help-with': way, 'who-for': 'me', nation });
    expect(offeredBy(page)).toEqual([...FIRST, ...later]);
    expect(headingsOf(page).filter((heading) => /ask/.test(heading))).toEqual([
      'To ask',
      'After you have asked',
    ]);
  });

  it('marks what the plan suggests, and does not offer what was sent since the last answer', async () => {
    const marked = async (entries: readonly Entry[]) =>
      textOf((await shown(ASKED, entries)).forms[0]).includes('Your plan suggests this letter');
    expect(await marked([SENT, NO])).toBe(true);
    const asked = entry('sent-letter', '2026-11-21', { letter: 'ask-reasons' });
    const page = await shown(ASKED, [SENT, NO, asked]);
    const [option] = page.main.filter((element) => attribute(element, 'value') === 'ask-reasons');
    expect(option).toBeUndefined();
  });

  it('takes a letter whose time has not come, and goes on offering it once it is chosen', async () => {
    const journey = await writing('', 'letter', [], ASKED);
    expect((await post(journey, '/questions/letter', { letter: 'ask-reasons' })).status).toBe(303);
    expect(offeredBy((await get(journey, '/questions/letter')).page)).toEqual([...FIRST, 'ask-reasons']);
  });

  it.each([
    ['england', 'a-petition'],
    ['scotland', 'complaint'],
    ['wales', 'funding-review'],
  ])('in %s refuses %s', async (nation, letter) => {
    const journey = await writing('', 'letter', [], { ...ASKED, nation });
    expect((await post(journey, '/questions/letter', { letter })).status).toBe(422);
  });
});

describe('the page of a letter whose answers came from the record', () => {
  const differsIn = (page: Page) =>
    page
      .having('data-record-differs')
      .flatMap(elementsIn)
      .filter(({ tagName }) => tagName === 'li')
      .map((item) => textOf(item).replace(/ Change.*/, ''));
  const NO_ON = (when: string, more: Fields = {}): Entry => ({
    what: 'answer',
    fields: { ...NO.fields, ...on(when), ...more },
  });

  /** A journey with an ask-reasons letter, its answers as the record fills them in. */
  async function replying(): Promise<Journey> {
    const journey = await app.journey(answersOf({ ...ASKED, letter: 'ask-reasons' }));
    for (const { what, fields } of [SENT, NO]) await post(journey, `/record/add/${what}`, fields);
    await post(journey, '/questions/the-answer', {
      ...day('asked-on', '3', '9'),
      ...day('refused-on', '6', 'October'),
      'reasons-given': 'yes',
      reasons: 'it would not help',
    });
    return journey;
  }
  async function change(journey: Journey, what: string, { fields }: Entry) {
    const { page } = await get(journey, '/record');
    const [one] = page.having('data-entry').filter((each) => attribute(each, 'data-entry') === what);
    expect((await post(journey, `/record/${attribute(one, 'data-entry-id')}`, fields)).status).toBe(303);
  }

  it('says nothing while the record says the same', async () => {
    expect(differsIn((await get(await replying(), '/letter')).page)).toEqual([]);
  });

  it.each([
    ['the day was changed', NO_ON('2026-10-07'), ['When were you told that the answer was no?']],
    [
      'reasons were added',
      NO_ON('2026-10-06', { reasons: 'it would not help\nno time' }),
      ['What were the reasons?'],
    ],
    ['it was a yes', entry('answer', '2026-10-06', { 'answer-was': 'yes', 'agreed-where': 'local' }), []],
  ])('says where the record now differs: %s', async (_, changed, names) => {
    const journey = await replying();
    await change(journey, 'answer', changed);
    const { page, text } = await get(journey, '/letter');
    expect(differsIn(page)).toEqual(names);
    // The letter keeps its answers.
    expect(text).toContain('6 October 2026');
  });

  it('accepts a list in the person’s own words, as long as it has the same days', async () => {
    const journey = await app.journey(
      answersOf({
        ...ASKED,
        letter: 'complaint',
        'complain-to': 'practice',
        events: '3 September 2026 - I wrote',
      }),
    );
    await post(journey, '/record/add/sent-letter', SENT.fields);
    expect(differsIn((await get(journey, '/letter')).page)).toEqual([]);
    await post(journey, '/record/add/pals', on('2026-10-09'));
    expect(differsIn((await get(journey, '/letter')).page)).toEqual(['What happened, and when?']);
  });
});
