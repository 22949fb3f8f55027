import { Page, textOf } from './page.ts';
import { CookieJar, Driver, type Persona } from './driver.ts';

/** A tab that has started a journey. Tabs with the same jar belong to one browser. */
export async function begin(origin: string, jar = new CookieJar()): Promise<Driver> {
  const tab = new Driver(origin, jar);
  await tab.start();
  return tab;
}

/** A tab in which every question that is asked has been answered. */
export async function walked(origin: string, persona: Persona, jar?: CookieJar): Promise<Driver> {
  const tab = await begin(origin, jar);
  await tab.walk(persona);
  return tab;
}

/** The words of the letter in a tab's journey. */
export async function letterOf(tab: Driver): Promise<string> {
  await tab.open(`${tab.base}/letter`);
  return textOf(new Page(tab.html).having('data-letter-text')[0]);
}
