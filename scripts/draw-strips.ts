import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../test/support/browser.ts';
import { endings, threePresses } from './strips/codes.ts';
import { contactSheet } from './strips/contact-sheets.ts';
import { nations, urgentHelp } from './strips/places.ts';
import { sheetOf, type Strip } from './strips/sheet.ts';
import { openStage, type Stage } from './strips/stage.ts';
import { toAYes, toPals } from './strips/stories.ts';

/**
 * `npm run draw:strips` draws pictures of the running product, with invented people on fixed days, into `docs/pictures/`,
 * and writes `docs/pictures.md`, which shows them. `-- story` only draws the pictures with "story" in their names.
 */

const DOCS = fileURLToPath(new URL('../docs', import.meta.url));
/** The maximum size of a picture, in bytes. */
const LIMIT = 250_000;

const INTRODUCTION = `# Pictures

The product as it runs, with invented people on fixed days. \`npm run draw:strips\` draws them all again, and writes this page.
`;

const STRIPS: Readonly<Record<string, (stage: Stage) => Promise<Strip>>> = {
  'three-presses': threePresses,
  endings,
  'story-to-a-yes': toAYes,
  'story-to-pals': toPals,
  'plan-in-each-nation': nations,
  'urgent-help': urgentHelp,
  'pages-phone-light': (stage) => contactSheet(stage, 'phone', 'light'),
  'pages-phone-dark': (stage) => contactSheet(stage, 'phone', 'dark'),
  'pages-desktop-light': (stage) => contactSheet(stage, 'desktop', 'light'),
  'pages-desktop-dark': (stage) => contactSheet(stage, 'desktop', 'dark'),
};

const [wantedName = ''] = process.argv.slice(2);
if (!wantedName) rmSync(join(DOCS, 'pictures'), { recursive: true, force: true });
mkdirSync(join(DOCS, 'pictures'), { recursive: true });

const browser = await openBrowser();
const sections: string[] = [];
for (const [name, draw] of Object.entries(STRIPS).filter(([one]) => one.includes(wantedName))) {
  const stage = await openStage(browser);
  const strip = await draw(stage);
  await stage.app.close();
  const picture = await sheetOf(browser, strip);
  const file = `pictures/${name}.jpg`;
  writeFileSync(join(DOCS, file), picture);
  console.log(`docs/${file}: ${Math.ceil(picture.length / 1000)} KB`);
  if (picture.length > LIMIT) throw new Error(`${file} is larger than ${LIMIT / 1000} KB`);
  sections.push(`## ${strip.title}\n\n${strip.says}\n\n![${altOf(strip)}](${file})\n`);
}
await browser.close();

if (!wantedName) writeFileSync(join(DOCS, 'pictures.md'), [INTRODUCTION, ...sections].join('\n'));

function altOf({ title, shots }: Strip): string {
  return `${title}: ${shots.map(({ caption }) => caption).join('; ')}`;
}
