import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { beforeAll, describe, expect, it } from 'vitest';
import { attribute } from '../support/page.ts';
import { READER_ROLES, type ReaderRole } from './answered.ts';
import type { Seen } from './asking.ts';
import { everyState } from './every-state.ts';

/**
 * Each page says "you" to the person who reads it and "they" about the person they support, never the other way
 * round. What people typed, the letter and the card have a voice of their own and are left out.
 */
const HEALTH =
  'doctor|GP|psychiatrist|diagnosis|medicine|treatment|condition|symptoms|side effects|health|illness|care|' +
  'letter|plan|card|appointment|name|date of birth|NHS number|record|surgery|problems|background';

const WRONG: Readonly<Record<ReaderRole, RegExp>> = {
  patient:
    /[^.?!]*\b(the person you support|the person’s|your client|(ask|help|support) them to|their (letter|diagnosis|medicine|treatment|mental health|side effects|date of birth|NHS number|full name|doctor))\b[^.?!]*/gi,
  carer: new RegExp(`[^.?!]*\\byour (own )?(${HEALTH})\\b[^.?!]*`, 'gi'),
  advocate: new RegExp(`[^.?!]*\\byour (own )?(${HEALTH})\\b[^.?!]*`, 'gi'),
};

/** Sentences that are right although they look wrong, with the reason. */
const RIGHT: readonly { readonly says: RegExp; readonly because: string }[] = [
  {
    says: /Has this person got their letter/,
    because: 'only advocates are led to this page, although anybody could type its address',
  },
];

let every: readonly Seen[];
beforeAll(async () => void (every = await everyState()));

const SPOKEN_ELSEWHERE = [
  'data-letter-text',
  'data-letter-line',
  'data-short-version',
  'data-card',
  'data-mention',
];
const TYPED = ['textarea', 'dd'];

const isOwn = (element: Tree.Element): boolean =>
  !TYPED.includes(element.tagName) &&
  SPOKEN_ELSEWHERE.every((name) => attribute(element, name) === undefined);

/** The page's own words in main. Other tests read the same page, so nothing is removed from it. */
function wordsOf({ page }: Seen): string {
  const raw = (node: Tree.ChildNode): string => {
    if ('value' in node) return node.value;
    return 'tagName' in node && isOwn(node) ? node.childNodes.map(raw).join('') : '';
  };
  return page.all('main').map(raw).join('').replace(/\s+/g, ' ').trim();
}

describe.each(READER_ROLES)('%s', (role) => {
  it('is spoken to as the right person on every page', () => {
    const theirs = every.filter(
      ({ state }) => state.reader === role && state.page.match(/^[a-z]/) && state.name.includes(role),
    );
    expect(theirs.length).toBeGreaterThan(50);
    const wrong = new Set<string>();
    for (const seen of theirs)
      for (const [sentence] of wordsOf(seen).matchAll(WRONG[role]))
        if (!RIGHT.some(({ says }) => says.test(sentence)))
          wrong.add(`${seen.state.page}: ${sentence.trim()}`);
    expect([...wrong]).toEqual([]);
  });
});
