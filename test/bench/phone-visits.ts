import { personaFor } from '../support/personas.ts';
import { walkInBrowser } from '../support/walk-in-browser.ts';
import { RADIOS, TEXT } from './page-words.ts';
import type { PageLoad, SlowPhone } from './slow-phone.ts';

/** The pages of one visit, by name. */
export type Visit = Readonly<Record<string, PageLoad>>;

const press = (phone: SlowPhone, name: string) =>
  phone.page.getByRole('button', { name, exact: true }).click();

/** From the start page to the letter, with every page as a first-time visitor gets it. */
export async function visitUs(phone: SlowPhone, origin: string): Promise<Visit> {
  const pages: Record<string, PageLoad> = {};
  const persona = personaFor('second-opinion-treatment', 'patient');
  await walkInBrowser(phone.page, origin, persona, async (name) => {
    pages[name] = await phone.measurePage();
    process.stderr.write(`  ${name}\n`);
  });
  pages['check-answers'] = await phone.measurePage();
  await press(phone, 'See your letter');
  await phone.page.waitForURL('**/letter');
  pages['letter'] = await phone.measurePage();
  return pages;
}

/** The wizard's first page is the radios. They are opened again by an address that redirects, as an answer does. */
export async function visitHmpo(phone: SlowPhone, origin: string): Promise<Visit> {
  await phone.page.goto(`${origin}/${RADIOS}`);
  const first = await phone.measurePage();
  await phone.page.goto(origin);
  const radios = await phone.measurePage();
  await phone.page.locator(`[name="${RADIOS}"]`).first().check();
  await press(phone, 'Continue');
  await phone.page.waitForURL(`**/${TEXT}`);
  return { first, [RADIOS]: radios, [TEXT]: await phone.measurePage() };
}
