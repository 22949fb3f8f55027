import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '../../src/questionnaire/calendar.ts';
import { runApp, type RunningApp } from '../support/app.ts';
import { attribute, Page, textOf } from '../support/page.ts';
import { CookieJar, Driver, type Fields, type Persona } from '../support/driver.ts';
import { personaFor } from '../support/personas.ts';
import { on, recordOf } from '../support/record.ts';

/** Weeks later, with a code, on another computer. */
let app: RunningApp;
let today = '2026-11-03' as Day;
beforeAll(async () => {
  app = await runApp({ today: () => today });
});
afterAll(() => app.close());

const FIRST_ASK: Persona = {
  'so-far': { 'so-far': ['talked'] },
  'answer-so-far': {},
};
const PERSONA: Persona = { ...personaFor('second-opinion-diagnosis', 'advocate'), ...FIRST_ASK };

/** An advocate writes a client's first letter, says that it was sent, and notes the code. */
async function sentOn(day: Day): Promise<string> {
  today = day;
  const tab = new Driver(app.origin);
  await tab.start();
  await tab.walk(PERSONA);
  await tab.open(`${tab.base}/letter`);
  const body = new URLSearchParams({ ...on(day), how: 'post' });
  expect((await tab.fetch(`${tab.base}/letter/sent`, { method: 'POST', body })).status).toBe(303);
  await tab.open(`${tab.base}/save`);
  await tab.answer({ 'keep-for': '3-months' });
  return /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(tab.text)![0];
}

/** Somebody with a code and nothing else, and a count of the forms that they have to send. */
async function backOn(day: Day, code: string) {
  today = day;
  const tab = new Driver(app.origin, new CookieJar());
  let submits = 0;
  const answer = async (fields: Fields = {}) => {
    submits += 1;
    await tab.answer(fields);
  };
  await tab.open('/resume');
  await answer({ code });
  const base = tab.path.replace(/\/record$/, '');
  return { tab, answer, base, submits: () => submits };
}

describe('a code, after three weeks', () => {
  it('takes an advocate whose client was refused to the right letter in three submits with the code, and finishes it in seven', async () => {
    const { tab, answer, base, submits } = await backOn(
      '2026-11-24' as Day,
      await sentOn('2026-11-03' as Day),
    );
    const link = new Page(tab.html).all('a').find((one) => textOf(one) === 'Tell us what happened');
    await tab.open(attribute(link, 'href')!);
    const refusal = new Page(tab.html)
      .all('a')
      .find((one) => attribute(one, 'href')?.endsWith('/add/answer'));
    await tab.open(attribute(refusal, 'href')!);
    await answer({
      'answer-was': 'no',
      'reasons-given': 'yes',
      reasons: 'it would not change the treatment',
    });
    expect(tab.path).toBe(`${base}/plan`);

    // The plan's one button.
    await answer();
    expect(tab.path).toBe(`${base}/questions/the-answer`);
    expect(submits()).toBe(3);
    // It is filled in, so the person only has to read it, and skip three questions.
    await answer();
    while (tab.path.includes('/questions/')) await answer();
    expect(submits()).toBe(7);
    await tab.open(`${base}/letter`);
    expect(tab.text).toContain('I was told on 24 November 2026 that the answer was no');
    expect(tab.text).toContain('it would not change the treatment');
  });

  it('first asks what has changed and what has happened since, and says when it was last opened', async () => {
    const { tab } = await backOn('2026-11-24' as Day, await sentOn('2026-11-03' as Day));
    expect(tab.path).toMatch(/\/record$/);
    expect(tab.text).toMatch(/Tuesday at ten/);
    expect(tab.text).toMatch(/This was last opened on \d+ \w+ 2026/);
    expect(tab.text).toMatch(/Has this changed:[^?]*\?\s*What has happened since \d+ \w+ 2026\?/);
    const first = textOf(new Page(tab.html).all('h2')[0]);
    expect(first).toMatch(/^What has happened since/);
  });

  it('shows the overdue step at once when a due day has passed', async () => {
    const { tab, base } = await backOn('2026-11-24' as Day, await sentOn('2026-11-03' as Day));
    expect(recordOf(new Page(tab.html)).waits).toEqual([['answer', '2026-11-17']]);
    expect(tab.text).toContain('This day has passed');
    await tab.open(`${base}/plan`);
    const [next] = new Page(tab.html).having('data-next-step');
    expect(attribute(next, 'data-advice')).toBe('follow-up');
    expect(attribute(next, 'data-wait-until')).toBeUndefined();
  });
});
