import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runApp, type RunningApp } from '../support/app.ts';
import { attribute, elementsIn, type Page, textOf } from '../support/page.ts';

/** Urgent help, as somebody with one hand on the telephone reads it: from the top, and by tapping. */
let app: RunningApp;
let page: Page;
beforeAll(async () => {
  app = await runApp();
  ({ page } = await app.get('/urgent-help'));
});
afterAll(() => app.close());

const linksIn = (tag: 'ul' | 'main') =>
  elementsIn(page.all(tag).find((one) => page.main.includes(one) || tag === 'main')!).filter(
    ({ tagName }) => tagName === 'a',
  );
const addresses = (tag: 'ul' | 'main') => linksIn(tag).map((link) => attribute(link, 'href'));

describe('urgent help', () => {
  it('begins with 999, and the ways to it of who cannot speak', () => {
    const [first, second] = addresses('ul');
    expect(first).toBe('tel:999');
    expect(second).toMatch(/^#/);
    expect(page.having('id').map((one) => `#${attribute(one, 'id')}`)).toContain(second);
  });

  it('is a list in which the whole of each line can be tapped', () => {
    const [list] = page.all('ul').filter((one) => page.main.includes(one));
    const items = elementsIn(list!).filter(({ tagName }) => tagName === 'li');
    expect(items.length).toBeGreaterThan(5);
    expect(items.map(textOf)).toEqual(linksIn('ul').map(textOf));
  });

  it.each([
    ['England, Wales and Scotland', 'tel:111'],
    ['Scotland', 'tel:0800838587'],
    ['Northern Ireland', 'tel:08088088000'],
    ['who wants to talk', 'tel:116123'],
    ['who would rather text', 'sms:85258?body=SHOUT'],
    ['who is under 18', 'tel:08001111'],
    ['who signs', 'https://999bsl.co.uk/'],
    ['who uses Relay UK', 'tel:18000'],
    ['who uses Relay UK, for 111', 'tel:18001111'],
    ['who has registered to text 999', 'sms:999'],
    ['who has not registered yet', 'sms:999?body=register'],
  ])('has a way for %s', (_, address) => expect(addresses('main')).toContain(address));

  it.each(['On a ward? Tell the staff now.', 'For somebody else? Use the same numbers.'])(
    'says before any section: %s',
    (words) => expect(textOf(page.all('main')[0]).split(/If a life is at risk:/)[0]).toContain(words),
  );
});
