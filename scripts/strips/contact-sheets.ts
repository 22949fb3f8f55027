import { answered } from '../../test/patterns/answered.ts';
import { on } from '../../test/support/record.ts';
import type { Strip } from './sheet.ts';
import type { Stage } from './stage.ts';
import { PHONE, visit, type Visitor } from './visitor.ts';

type Show = (visitor: Visitor) => Promise<void>;
const at =
  (path: string): Show =>
  (visitor) =>
    visitor.show(path);

/** The main pages, as one person sees them. */
const PAGES: Readonly<Record<string, Show>> = {
  'Start page': at('/'),
  'A question to choose': at('questions/decided-by'),
  'A question to type': at('questions/medicine'),
  'What is wrong, said': async ({ page, show, press }) => {
    await show('questions/patient');
    await page.locator('#patient-name').fill('');
    await press('Continue');
  },
  'The plan': at('plan'),
  'Check answers': at('check-answers'),
  'The letter': at('letter'),
  'The record': at('record'),
  'The card': at('card'),
  'Urgent help': at('/urgent-help'),
  'A code to carry on later': at('save'),
  'The guide': at('/guide'),
};

const LOOKS = {
  phone: { viewport: PHONE, height: 844, across: 6, each: 216 },
  desktop: { viewport: { width: 1280, height: 900 }, height: 900, across: 4, each: 400 },
};

/** The main pages in one window's size and one set of colours. */
export async function contactSheet(
  stage: Stage,
  size: keyof typeof LOOKS,
  colours: 'light' | 'dark',
): Promise<Strip> {
  stage.setDay('2026-11-22');
  const { viewport, height, across, each } = LOOKS[size];
  const journey = await stage.app.journey(answered('patient'));
  const { status } = await stage.app.post(
    `${journey.base}/letter/sent`,
    { ...on('2026-11-20'), how: 'post' },
    journey.cookie,
  );
  if (status !== 303) throw new Error(`the letter is not taken as sent: ${status}`);
  const visitor = await visit(stage, journey, { viewport, colorScheme: colours });
  const shots = [];
  for (const [caption, show] of Object.entries(PAGES)) {
    await show(visitor);
    shots.push(await visitor.shot(caption, height));
  }
  await visitor.close();
  return {
    across,
    each,
    shots,
    name: `pages-${size}-${colours}`,
    title: `The main pages: ${size}, ${colours}`,
    says: `The top of each of the main pages, on a ${size === 'phone' ? 'phone' : 'desktop'} in ${colours} colours.`,
  };
}
