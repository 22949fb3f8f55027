import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersOf, attribute, type RunningApp, runApp, textOf } from '../support/app.ts';

let app: RunningApp;
let base: string;
let cookie: string;

beforeAll(async () => {
  app = await runApp();
  ({ base, cookie } = await app.journey(answersOf({ 'who-for': 'me' })));
});
afterAll(() => app.close());

const on = (day: string, month: string, year: string) =>
  app.post(
    `${base}/reminder.ics`,
    { 'reminder-day': day, 'reminder-month': month, 'reminder-year': year },
    cookie,
  );

describe('the reminder', () => {
  it('is a calendar file for the day that was chosen, and gives nothing away', async () => {
    const answer = await on('13', 'january', '2027');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toContain('text/calendar');
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename=reminder.ics');
    const lines = answer.text.split('\r\n');
    expect(lines).toContain('DTSTART;VALUE=DATE:20270113');
    expect(lines).toContain('SUMMARY:Reminder');
    expect(answer.text).not.toMatch(/letter|doctor|opinion|health|Some patient-name/i);
  });

  it('is 2 weeks ahead where nobody chose a day, and its page suggests that day', async () => {
    expect((await app.get(`${base}/reminder.ics`, cookie)).text).toContain('DTSTART;VALUE=DATE:20261206');
    const { page } = await app.get(`${base}/reminder`, cookie);
    const shown = ['day', 'month', 'year'].map((part) => attribute(page.byId(`reminder-${part}`), 'value'));
    expect(shown).toEqual(['6', '12', '2026']);
  });

  it.each([
    [['', '', ''], 'Enter the day of the reminder'],
    [['31', '2', '2027'], 'The reminder must be a real date'],
    [['13', '', '2027'], 'The reminder must include a month'],
    [['22', '11', '2026'], 'The reminder must be in the future'],
  ] as const)('%o is sent back: %s', async ([day, month, year], message) => {
    const answer = await on(day, month, year);
    expect(answer.status).toBe(422);
    expect(answer.page.title).toMatch(/^Error: /);
    expect(textOf(answer.page.byId('reminder-error'))).toContain(message);
    expect(attribute(answer.page.byId('reminder-year'), 'value') ?? '').toBe(year);
  });

  it('is for who has a letter', async () => {
    const { base: early, cookie: held } = await app.journey({});
    expect((await app.get(`${early}/reminder.ics`, held)).to).toBe(`${early}/questions/help-with`);
  });
});
