import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '../../src/questionnaire/calendar.ts';
import { type Answer, type Journey, runApp, type RunningApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { attribute, textOf } from '../support/page.ts';
import type { Fields } from '../support/driver.ts';
import { hiddenIn, on, recordOf } from '../support/record.ts';

let app: RunningApp;
let today = '2026-11-22' as Day;
beforeAll(async () => {
  app = await runApp({ today: () => today });
});
afterAll(() => app.close());

const ADVICE = {
  'help-with': 'advice-and-letter',
  'who-for': 'me',
  concern: 'treatment',
  'so-far': ['talked'],
};
const get = ({ base, cookie }: Journey, path: string) => app.get(base + path, cookie);
const post = ({ base, cookie }: Journey, path: string, fields: Fields = {}) =>
  app.post(base + path, fields, cookie);

/** Adds an entry as a person does: opens its page and sends its form. */
async function add(journey: Journey, what: string, fields: Fields): Promise<Answer> {
  const { page } = await get(journey, `/record/add/${what}`);
  return post(journey, `/record/add/${what}`, { ...hiddenIn(page), ...on(today), ...fields });
}
const record = async (journey: Journey) => recordOf((await get(journey, '/record')).page);

describe('the weeks after the letter, through the pages', () => {
  interface Step {
    readonly day: string;
    /** What happened: the letter that was sent, or an entry of that kind. */
    readonly what: string;
    readonly fields?: Fields;
    /** What is due afterwards. */
    readonly waits: readonly (readonly [string, string])[];
  }
  const stories: Record<string, readonly Step[]> = {
    'from the first letter to a yes': [
      { day: '2026-11-03', what: 'letter/sent', waits: [['answer', '2026-11-17']] },
      {
        day: '2026-11-18',
        what: 'asked',
        fields: { 'asked-for': 'news', how: 'phone' },
        waits: [['answer', '2026-12-02']],
      },
      {
        day: '2026-11-25',
        what: 'answer',
        fields: { 'answer-was': 'yes', 'agreed-where': 'local' },
        waits: [['appointment', '2026-12-23']],
      },
      {
        day: '2026-12-01',
        what: 'appointment',
        fields: { ...on('2027-01-14'), with: 'second-doctor' },
        waits: [['appointment', '2027-01-14']],
      },
      { day: '2027-01-14', what: 'had-it', fields: { report: 'no' }, waits: [['report', '2027-01-28']] },
      { day: '2027-01-30', what: 'settled', waits: [] },
    ],
    'from the first letter to a no, and to PALS': [
      { day: '2026-11-03', what: 'letter/sent', fields: { how: 'email' }, waits: [['answer', '2026-11-17']] },
      { day: '2026-11-20', what: 'answer', fields: { 'answer-was': 'no', 'reasons-given': 'no' }, waits: [] },
      { day: '2026-11-21', what: 'pals', fields: { who: 'Sam at the desk' }, waits: [] },
    ],
  };

  it.each(Object.entries(stories))('%s', async (_name, steps) => {
    const journey = await app.journey(answersOf({ ...ADVICE, letter: 'second-opinion-treatment' }));
    for (const [at, { day, what, fields = {}, waits }] of steps.entries()) {
      today = day as Day;
      const answer =
        what === 'letter/sent'
          ? await post(journey, '/letter/sent', { ...on(day), ...fields })
          : await add(journey, what, fields);
      expect(answer.status, `${day} ${what}`).toBe(303);
      expect(answer.to).toBe(journey.base + (what === 'letter/sent' ? '/record' : '/plan'));
      expect((await get(journey, '/plan')).status).toBe(200);
      const shown = await record(journey);
      expect(shown.waits, `${day} ${what}`).toEqual(waits);
      expect(shown.entries).toHaveLength(at + 1);
    }
    today = '2026-11-22' as Day;
  });
});

describe('the record', () => {
  it('says, before the first entry, what is kept, for how long, and who can open it', async () => {
    const journey = await app.journey(answersOf(ADVICE, 'letter'));
    const { status, page } = await get(journey, '/record');
    const text = textOf(page.all('main')[0]);
    expect(status).toBe(200);
    expect(text).toContain('Nothing yet. When you send the letter, tell us here.');
    for (const word of ['What is kept', 'How long', 'Who can open it']) expect(text).toContain(word);
  });

  it('lists the entries by day, and those of one day as they were added', async () => {
    const journey = await app.journey(answersOf(ADVICE));
    await add(journey, 'pals', on('2026-11-20'));
    await add(journey, 'advocate', on('2026-11-05'));
    await add(journey, 'asked', { ...on('2026-11-05'), 'asked-for': 'review' });
    await add(journey, 'changed-team', { 'when-day': '', 'when-month': '10', 'when-year': '2026' });
    const { entries } = await record(journey);
    expect(entries.map(({ what, date }) => [what, date])).toEqual([
      ['changed-team', '2026-10-31'],
      ['advocate', '2026-11-05'],
      ['asked', '2026-11-05'],
      ['pals', '2026-11-20'],
    ]);
  });

  it('asks what has changed, and then what has happened since', async () => {
    const journey = await app.journey(
      answersOf({ ...ADVICE, 'who-for': 'client', 'their-agreement': 'yes', 'whose-letter': 'mine' }),
    );
    await add(journey, 'pals', {});
    const { page, text } = await get(journey, '/record');
    expect(text).toMatch(/Has this changed:[\s\S]*What has happened since 22 November 2026\?/);
    const links = page.all('a').map((link) => attribute(link, 'href'));
    expect(links).toContain(`${journey.base}/questions/detained?from=plan`);
    expect(links).toContain(`${journey.base}/questions/their-agreement?from=plan`);
  });

  it('is where a code leads, once a letter is finished or something has happened', async () => {
    const takenUp = async (journey: Journey) => {
      const opened = await app.services.journeys.open(journey.secret, journey.base.split('/').at(-1)!);
      const saved = await opened!.save('28-days');
      return (await app.post('/resume', { code: typeof saved === 'string' ? '' : saved.code })).to;
    };
    const [part, begun, done] = [
      await app.journey(answersOf(ADVICE, 'nation')),
      await app.journey(answersOf(ADVICE, 'contact')),
      await app.journey(answersOf(ADVICE)),
    ];
    expect(await takenUp(part)).toBe(`${part.base}/questions/nation?resumed`);
    expect(await takenUp(begun)).toBe(`${begun.base}/questions/contact?resumed`);
    expect(await takenUp(done)).toBe(`${done.base}/record?resumed`);
    await add(begun, 'pals', {});
    expect(await takenUp(begun)).toBe(`${begun.base}/record?resumed`);
  });

  it('gives the usual time limits as dates after the first no, and only in England', async () => {
    for (const [nation, isTold] of [
      ['england', true],
      ['scotland', false],
    ] as const) {
      const journey = await app.journey(answersOf({ ...ADVICE, nation }));
      await add(journey, 'answer', { ...on('2026-11-20'), 'answer-was': 'no', 'reasons-given': 'yes' });
      const { text } = await get(journey, '/record');
      expect(text.includes('20 November 2027')).toBe(isTold);
    }
  });

  it.each([
    ['You can complain until', ADVICE],
    [
      'They can complain until',
      { ...ADVICE, 'who-for': 'client', 'their-agreement': 'yes', 'whose-letter': 'mine' },
    ],
  ])('tells each reader whose time limit it is: %s', async (begins, choices) => {
    const journey = await app.journey(answersOf({ ...choices, nation: 'england' }));
    await add(journey, 'answer', { ...on('2026-11-20'), 'answer-was': 'no', 'reasons-given': 'yes' });
    expect((await get(journey, '/record')).text).toContain(`${begins} 20 November 2027`);
  });

  it('waits for an answer once the day to look again has passed, as the plan does', async () => {
    const journey = await app.journey(answersOf(ADVICE));
    const put = { 'answer-was': 'something-first', 'look-again-on-day': '18', 'look-again-on-month': '11' };
    await add(journey, 'answer', { ...on('2026-11-10'), ...put, 'look-again-on-year': '2026' });
    expect((await record(journey)).waits).toEqual([['answer', '2026-12-02']]);
    expect((await get(journey, '/plan')).text).toContain('data-wait-until="2026-12-02"');
  });

  it('does not call a day that we suggest the day of an appointment', async () => {
    const journey = await app.journey(answersOf(ADVICE));
    await add(journey, 'answer', { ...on('2026-11-20'), 'answer-was': 'yes', 'agreed-where': 'local' });
    await add(journey, 'appointment', { ...on('2026-11-30'), with: 'usual-doctor' });
    const { text } = await get(journey, '/record');
    expect(text).toContain('The appointment: 30 November 2026');
    expect(text).toContain('News of when the appointment is: 18 December 2026');
  });

  it('says when a code ends before a day that is due, and offers to keep it longer or stop it', async () => {
    const journey = await app.journey(answersOf(ADVICE));
    const opened = await app.services.journeys.open(journey.secret, journey.base.split('/').at(-1)!);
    await opened!.save('28-days');
    await add(journey, 'appointment', { ...on('2027-12-01'), with: 'second-doctor' });
    const { page, text } = await get(journey, '/record');
    expect(text).toContain('One of the days above is after the code ends');
    const actions = page.forms.map((form) => attribute(form, 'action'));
    expect(actions).toEqual([`${journey.base}/save/longer`, `${journey.base}/save/stop`]);
  });

  it.each(['pdf', 'txt'])('can be downloaded as %s, with the notes only on request', async (format) => {
    const journey = await app.journey(answersOf(ADVICE));
    await add(journey, 'asked', { 'asked-for': 'review', who: 'Dr Okafor', notes: 'She was kind' });
    const answer = await get(journey, `/record.${format}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename=record.${format}`);
    if (format === 'pdf') return;
    expect(answer.text).toContain('22 November 2026. Something was asked for: A review');
    expect(answer.text).toContain('Dr Okafor');
    expect(answer.text).toContain('An answer to the request: 6 December 2026');
    expect(answer.text).not.toContain('She was kind');
    expect((await get(journey, `/record.${format}?notes=yes`)).text).toContain('She was kind');
  });

  it('is linked from the plan, the letter and check answers', async () => {
    const journey = await app.journey(answersOf({ ...ADVICE, letter: 'review-treatment' }));
    for (const path of ['/plan', '/letter', '/check-answers']) {
      const { page } = await get(journey, path);
      expect(
        page.all('a').map((link) => attribute(link, 'href')),
        path,
      ).toContain(`${journey.base}/record`);
    }
  });

  it('asks what the plan needs in a journey that was only for a letter', async () => {
    for (const way of ['letter-only', 'quick-letter']) {
      const journey = await app.journey(
        answersOf({ 'help-with': way, 'who-for': 'me', letter: 'review-diagnosis' }),
      );
      expect((await get(journey, '/plan')).to).toBe(`${journey.base}/check-answers`);
      expect((await post(journey, '/letter/sent', on(today))).to).toBe(`${journey.base}/record`);
      expect((await record(journey)).waits).toEqual([['answer', '2026-12-06']]);
      const asked: string[] = [];
      let next = (await get(journey, '/plan')).to;
      while (next && next !== `${journey.base}/plan`) {
        const slug = next.split('/').at(-1)!;
        asked.push(slug);
        next = (await post(journey, `/questions/${slug}`, { [slug]: slug === 'detained' ? 'no' : 'gp' })).to;
      }
      expect(asked).toEqual(way === 'letter-only' ? ['decided-by'] : ['detained', 'decided-by']);
      expect((await get(journey, '/plan')).page.having('data-next-step')).toHaveLength(1);
    }
  });

  it('makes check answers show the earlier steps under "Before the record"', async () => {
    const journey = await app.journey(
      answersOf({ ...ADVICE, 'so-far': ['asked-for-second-opinion'], 'answer-so-far': 'no-answer-yet' }),
    );
    expect((await get(journey, '/check-answers')).text).not.toContain('Before the record');
    await add(journey, 'pals', {});
    expect((await get(journey, '/check-answers')).text).toMatch(
      /Before the record[\s\S]*questions\/so-far\?[\s\S]*questions\/answer-so-far\?/,
    );
  });
});
