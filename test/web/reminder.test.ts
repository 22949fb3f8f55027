import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Day, spellDay } from '../../src/questionnaire/calendar.ts';
import { type RunningApp, runApp } from '../support/app.ts';
import { answersOf } from '../support/answers.ts';
import { attribute, textOf } from '../support/page.ts';

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
    `${base}/reminder`,
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
    expect(lines).toContain('TRIGGER;VALUE=DATE-TIME:20270113T080000Z');
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
    expect(answer.text).not.toMatch(/letter|doctor|opinion|health|Some patient-name/i);
  });

  it('has an id of its own and an alarm, takes up no time, and does not name the calendar', async () => {
    const [one, other] = [await on('13', '1', '2027'), await on('13', '1', '2027')];
    const uid = (text: string) => /^UID:(.+)$/m.exec(text)?.[1];
    expect(uid(one.text)).not.toBe(uid(other.text));
    for (const line of ['BEGIN:VALARM', 'TRANSP:TRANSPARENT', 'DESCRIPTION:Reminder'])
      expect(one.text.split('\r\n')).toContain(line);
    expect(one.text).not.toMatch(/[^\r]\n/);
    expect(one.text).not.toContain('X-WR-CALNAME');
  });

  it('is suggested for two weeks ahead when nothing is due', async () => {
    const { page } = await app.get(`${base}/reminder`, cookie);
    const shown = ['day', 'month', 'year'].map((part) => attribute(page.byId(`reminder-${part}`), 'value'));
    expect(shown).toEqual(['6', '12', '2026']);
  });

  it.each([
    [['', '', ''], 'Enter the date of the reminder'],
    [['31', '2', '2027'], 'The date of the reminder must be a real date'],
    [['13', '', '2027'], 'The date of the reminder must include a month'],
    [['22', '11', '2026'], 'The date of the reminder must be in the future'],
  ] as const)('%o comes back with: %s', async ([day, month, year], message) => {
    const answer = await on(day, month, year);
    expect(answer.status).toBe(422);
    expect(answer.page.title).toMatch(/^Error: /);
    expect(textOf(answer.page.byId('reminder-error'))).toContain(message);
    expect(attribute(answer.page.byId('reminder-year'), 'value') ?? '').toBe(year);
  });

  it('is suggested for the next day that is due, and the page says when the code ends', async () => {
    const journey = await app.journey(answersOf({ 'who-for': 'me' }));
    const opened = await app.services.journeys.open(journey.secret, journey.base.split('/').at(-1)!);
    const saved = await opened!.save('28-days');
    const until = spellDay((typeof saved === 'string' ? saved : saved.until) as Day);
    const entry = { 'when-day': '1', 'when-month': '5', 'when-year': '2027', with: 'second-doctor' };
    await app.post(`${journey.base}/record/add/appointment`, entry, journey.cookie);
    const { page, text } = await app.get(`${journey.base}/reminder`, journey.cookie);
    const shown = ['day', 'month', 'year'].map((part) => attribute(page.byId(`reminder-${part}`), 'value'));
    expect(shown).toEqual(['1', '5', '2027']);
    expect(text).toContain(`Your code works until ${until}.`);
    expect(text).toContain('Keep the code longer');
    expect(page.all('a').map((link) => attribute(link, 'href'))).toContain(`${journey.base}/record`);
  });

  it('is only for somebody who has a letter', async () => {
    const { base: early, cookie: held } = await app.journey({});
    expect((await app.get(`${early}/reminder`, held)).to).toBe(`${early}/questions/help-with`);
  });
});
