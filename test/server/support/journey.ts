import { expect } from 'vitest';
import { Driver, type Persona } from '../../support/driver.ts';
import { personaFor } from '../../support/personas.ts';

/** Somebody who types something into nearly every question. */
export const persona: Persona = personaFor('second-opinion-treatment', 'attorney');

/** Answers questions until this one is on the screen. */
export async function answerUpTo(driver: Driver, slug: string): Promise<void> {
  while (driver.path !== `${driver.base}/questions/${slug}`) await goOn(driver);
}

/** Answers the question on the screen as the persona does; from the plan, goes on to the letter. */
export async function goOn(driver: Driver): Promise<void> {
  if (driver.path === `${driver.base}/plan`) return driver.open(`${driver.base}/questions/letter`);
  await driver.answer(persona[driver.path.split('/').at(-1)!] ?? {});
}

/** The letter, as text. */
export async function letterOf(driver: Driver): Promise<string> {
  const response = await driver.fetch(`${driver.base}/letter.txt`);
  if (response.status !== 200) throw new Error(`the letter: ${response.status}`);
  return response.text();
}

/** The letter at the end of a journey that nothing interrupted. */
export async function undisturbedLetter(origin: string): Promise<string> {
  const driver = new Driver(origin);
  await driver.start();
  await driver.walk(persona);
  return letterOf(driver);
}

/** Asks again and again until `isSo` says yes. */
export const until = (what: string, isSo: () => Promise<boolean>): Promise<void> =>
  expect.poll(isSo, { message: what }).toBe(true);

/** The status of a page. */
export async function statusOf(url: string): Promise<number> {
  const response = await fetch(url);
  await response.text();
  return response.status;
}

/** A new code for this journey. */
export async function codeOf(driver: Driver): Promise<string> {
  const page = await driver.fetch(`${driver.base}/save`, { method: 'POST', body: new URLSearchParams() });
  const [code] = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(await page.text()) ?? [];
  if (!code) throw new Error(`no code: ${page.status}`);
  return code;
}
