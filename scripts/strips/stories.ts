import { answered, value } from '../../test/patterns/answered.ts';
import type { Fields } from '../../test/support/driver.ts';
import { hiddenIn, on } from '../../test/support/record.ts';
import { spellDay, type Day } from '../../src/questionnaire/calendar.ts';
import type { Strip } from './sheet.ts';
import type { Stage } from './stage.ts';
import { visit } from './visitor.ts';

/** A day of a story: what happened, and the page to show. */
interface Scene {
  readonly day: string;
  readonly says: string;
  /** An entry of the record, or the letter that was sent; undefined if the page is only shown. */
  readonly happened?: readonly [what: string, fields: Fields];
  /** By default the plan. */
  readonly page?: string;
  /** The element at the top of the picture; by default the top of the page. */
  readonly from?: string;
}

const SENT = ['letter/sent', { how: 'email' }] as const;

const TO_A_YES: readonly Scene[] = [
  { day: '2026-11-03', says: 'the letter is written', page: 'letter', from: '[data-letter-text]' },
  { day: '2026-11-03', says: 'it was sent', happened: SENT },
  { day: '2026-11-18', says: 'no answer: chase it' },
  {
    day: '2026-11-19',
    says: 'the chaser was sent',
    happened: ['sent-letter', { letter: 'chaser', about: 'second-opinion', how: 'email' }],
  },
  {
    day: '2026-11-25',
    says: 'the answer was yes',
    happened: ['answer', { 'answer-was': 'yes', 'agreed-where': 'local' }],
  },
  { day: '2026-11-25', says: 'the record of it', page: 'record' },
];

const TO_PALS: readonly Scene[] = [
  {
    day: '2026-11-03',
    says: 'asked by telephone',
    happened: ['asked', { 'asked-for': 'second-opinion', how: 'phone' }],
  },
  { day: '2026-11-18', says: 'no answer: ask in writing' },
  { day: '2026-11-18', says: 'the letter was sent', happened: SENT },
  { day: '2026-12-03', says: 'still nothing: chase it' },
  { day: '2026-12-03', says: 'rang about it', happened: ['asked', { 'asked-for': 'news', how: 'phone' }] },
  { day: '2026-12-18', says: 'nothing again: ask PALS' },
];

/** The plan over one person's weeks, day by day. */
async function story(stage: Stage, scenes: readonly Scene[]) {
  stage.setDay('2026-11-01');
  const asked = { ...value('so-far', ['talked']), ...value('letter', 'second-opinion-treatment') };
  const journey = await stage.app.journey(answered('patient', asked));
  const { base, cookie } = journey;
  const visitor = await visit(stage, journey);
  const shots = [];
  for (const { day, says, happened, page = 'plan', from = 'main' } of scenes) {
    stage.setDay(day);
    if (happened) {
      const [what, fields] = happened;
      const address = what === 'letter/sent' ? `${base}/${what}` : `${base}/record/add/${what}`;
      const form = await stage.app.get(what === 'letter/sent' ? `${base}/letter` : address, cookie);
      const sent = { ...hiddenIn(form.page), ...on(day), ...fields };
      const { status } = await stage.app.post(address, sent, cookie);
      if (status !== 303) throw new Error(`${what} of ${day} is not taken: ${status}`);
    }
    await visitor.show(page);
    shots.push(await visitor.shot(`${spellDay(day as Day)}: ${says}`, 1000, from));
  }
  await visitor.close();
  return shots;
}

export const toAYes = async (stage: Stage): Promise<Strip> => ({
  name: 'story-to-a-yes',
  title: 'From the first letter to a yes',
  says: 'A letter is sent and not answered. After two weeks the plan offers a letter to chase it. The answer is yes, and the record has everything.',
  shots: await story(stage, TO_A_YES),
});

export const toPals = async (stage: Stage): Promise<Strip> => ({
  name: 'story-to-pals',
  title: 'Nobody answers: to PALS',
  says: 'Asked by telephone, then in writing, then chased. When nothing comes after that, the plan leads to PALS.',
  shots: await story(stage, TO_PALS),
});
