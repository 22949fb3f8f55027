import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runApp, type RunningApp } from '../support/app.ts';
import { attribute, Page } from '../support/page.ts';
import type { Driver } from '../support/driver.ts';
import { CookieJar, type Persona } from '../support/driver.ts';
import { personaFor } from '../support/personas.ts';
import { begin as beginAt, letterOf, walked as walkedAt } from '../support/tabs.ts';

/** A change of mind, a second tab, another browser. */
let app: RunningApp;
beforeAll(async () => void (app = await runApp()));
afterAll(() => app.close());

const begin = (jar?: CookieJar) => beginAt(app.origin, jar);
const walked = (persona: Persona, jar?: CookieJar) => walkedAt(app.origin, persona, jar);

/** The address of "Change" for a question, from check answers. */
async function changeOf(tab: Driver, slug: string): Promise<string> {
  await tab.open(`${tab.base}/check-answers`);
  const links = new Page(tab.html).all('a').map((link) => attribute(link, 'href') ?? '');
  return links.find((href) => href.startsWith(`${tab.base}/questions/${slug}?`))!;
}

const change = async (tab: Driver, slug: string, to: Record<string, string | string[]>) => {
  await tab.open(await changeOf(tab, slug));
  await tab.answer(to);
};

const toQuick: Persona = { 'help-with': { 'help-with': 'quick-letter' } };

describe('changing an answer', () => {
  it('returns to check answers at once when nothing new is asked', async () => {
    const tab = await walked(personaFor('review-treatment', 'patient'));
    await change(tab, 'background', { background: 'Something else happened.' });
    expect(tab.path).toBe(`${tab.base}/check-answers`);
    expect(await letterOf(tab)).toContain('Something else happened.');
  });

  it('asks the new questions first, and then returns to check answers', async () => {
    const persona = personaFor('second-opinion-diagnosis', 'patient');
    const tab = await walked(personaFor('review-treatment', 'patient'));
    await change(tab, 'letter', { letter: 'second-opinion-diagnosis' });
    const asked: string[] = [];
    while (tab.path.includes('/questions/')) {
      const slug = tab.path.split('/').at(-1)!;
      asked.push(slug);
      await tab.answer(persona[slug]!);
    }
    expect(asked).toEqual(['tried-to-resolve', 'reasons-to-disagree', 'hoped-for', 'own-words']);
    expect(tab.path).toBe(`${tab.base}/check-answers`);
  });

  it('leaves nothing of the old answers behind, and changing back brings them back', async () => {
    const tab = await walked(personaFor('review-treatment', 'carer'));
    const before = await letterOf(tab);
    expect(before).toContain('Idris Khan');
    await change(tab, 'whose-letter', { 'whose-letter': 'theirs' });
    expect(tab.path).toBe(`${tab.base}/check-answers`);
    expect(tab.text).not.toContain('Idris Khan');
    expect(await letterOf(tab)).not.toMatch(/Idris|brother/);
    await change(tab, 'whose-letter', { 'whose-letter': 'mine' });
    expect(tab.path).toBe(`${tab.base}/check-answers`);
    expect(await letterOf(tab)).toBe(before);
  });

  it('giving up the quick way asks the other questions, and keeps what was answered before', async () => {
    const persona = personaFor('review-treatment', 'patient');
    const tab = await walked({ ...persona, ...toQuick });
    await change(tab, 'help-with', { 'help-with': 'letter-only' });
    expect(tab.path).toBe(`${tab.base}/questions/detained`);
    const asked = await tab.walk(persona);
    expect(asked).toContain('background');
    expect(asked).not.toContain('patient');
    await change(tab, 'help-with', { 'help-with': 'quick-letter' });
    expect(await letterOf(tab)).toContain(persona.background!.background);
  });

  it('about agreement takes the letter away, and changing back returns it', async () => {
    const tab = await walked(personaFor('review-treatment', 'carer'));
    await change(tab, 'their-agreement', { 'their-agreement': 'no' });
    expect(tab.path).toBe(`${tab.base}/plan`);
    await tab.open(`${tab.base}/questions/their-agreement`);
    await tab.answer({ 'their-agreement': 'yes' });
    expect(await letterOf(tab)).toContain('Amina Khan');
  });

  it('from the plan returns to the plan', async () => {
    const tab = await begin();
    await tab.walk({
      ...personaFor('review-treatment', 'carer'),
      'their-agreement': { 'their-agreement': 'no' },
    });
    await tab.open(`${tab.base}/questions/nation?from=plan`);
    await tab.answer({ nation: 'wales' });
    expect(tab.path).toBe(`${tab.base}/plan`);
  });

  it.each(['//example.org', 'https://example.org', '../../start', 'questions', 'plan&from=plan'])(
    'from=%s leads nowhere else',
    async (from) => {
      const tab = await walked(personaFor('review-treatment', 'patient'));
      await tab.open(`${tab.base}/questions/nation?from=${from}`);
      expect(tab.html).not.toContain('example.org"');
      await tab.answer({ nation: 'england' });
      expect([`${tab.base}/plan`, `${tab.base}/check-answers`]).toContain(tab.path);
    },
  );
});

describe('tabs and browsers', () => {
  it('two clients in two tabs of one browser never mix', async () => {
    const jar = new CookieJar();
    const client = (name: string, nickname: string): Persona => ({
      ...personaFor('review-treatment', 'advocate'),
      nickname: { nickname },
      patient: { 'patient-name': name },
    });
    const [first, second] = [await begin(jar), await begin(jar)];
    expect(first.base).not.toBe(second.base);
    await Promise.all([first.walk(client('Bea One', 'Ten o’clock')), second.walk(client('Cy Two', 'Noon'))]);
    for (const page of ['check-answers', 'plan', 'letter', 'questions/patient', 'save', 'finish']) {
      await first.open(`${first.base}/${page}`);
      await second.open(`${second.base}/${page}`);
      expect(
        [first.text, second.text].map((text) => /This is for: (Ten o’clock|Noon)/.exec(text)?.[1]),
      ).toEqual(['Ten o’clock', 'Noon']);
      expect(first.html).not.toMatch(/Cy Two|Noon/);
      expect(second.html).not.toMatch(/Bea One|Ten o’clock/);
    }
    for (const tab of [first, second]) {
      const text = await (await tab.fetch(`${tab.base}/letter.txt`)).text();
      expect((await letterOf(tab)) + text).not.toMatch(/Ten o’clock|Noon/);
    }
  });

  it('two browsers never see each other’s answers', async () => {
    const one = await walked(personaFor('review-treatment', 'patient'));
    const other = await begin();
    for (const page of ['check-answers', 'letter', 'letter.txt', 'plan', 'questions/patient']) {
      await other.open(`${one.base}/${page}`);
      expect(other.status).toBe(410);
      expect(other.html).not.toContain('Amina');
    }
  });

  it('a skipped question is not asked again, and can be opened and skipped again', async () => {
    const persona = personaFor('review-treatment', 'patient');
    const tab = await walked({ ...persona, background: { background: '' } });
    expect(tab.path).toBe(`${tab.base}/check-answers`);
    await tab.open(`${tab.base}/questions/background`);
    expect(tab.status).toBe(200);
    await tab.answer({});
    expect(tab.path).toBe(`${tab.base}/check-answers`);
  });
});
