import { personaFor } from '../support/personas.ts';
import { walkInBrowser } from '../support/walk-in-browser.ts';
import { RADIOS, TEXT } from './page-words.ts';
import type { Met, SlowPhone } from './slow-phone.ts';

/** The pages of one visit, by name. */
export type Visit = Readonly<Record<string, Met>>;

const press = (phone: SlowPhone, name: string) =>
  phone.page.getByRole('button', { name, exact: true }).click();

/** From the start page to the letter, with every page as a first-time visitor gets it. */
export async function visitUs(phone: SlowPhone, origin: string): Promise<Visit> {
  const met: Record<string, Met> = {};
  const persona = personaFor('second-opinion-treatment', 'patient');
  await walkInBrowser(phone.page, origin, persona, async (name) => {
    met[name] = await phone.met();
    process.stderr.write(`  ${name}\n`);
  });
  met['check-answers'] = await phone.met();
  await press(phone, 'See your letter');
  await phone.page.waitForURL('**/letter');
  met['letter'] = await phone.met();
  return met;
}

/** The wizard's first page is the radios. They are opened again by an address that redirects, as an answer does. */
export async function visitHmpo(phone: SlowPhone, origin: string): Promise<Visit> {
  await phone.page.goto(`${origin}/${RADIOS}`);
  const first = await phone.met();
  await phone.page.goto(origin);
  const radios = await phone.met();
  await phone.page.locator(`[name="${RADIOS}"]`).first().check();
  await press(phone, 'Continue');
  await phone.page.waitForURL(`**/${TEXT}`);
  return { first, [RADIOS]: radios, [TEXT]: await phone.met() };
}
