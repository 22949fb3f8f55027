import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attribute, textOf } from '../support/app.ts';
import { READER_ROLES, type ReaderRole } from './answered.ts';
import { STATES } from '../support/states.ts';
import { openStage, type Show, showState, type Stage } from './stage.ts';

/**
 * Each page says "you" of who reads it and "they" of who is supported, never the other way round. What people typed,
 * the letter and the card speak with a voice of their own and are left out.
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

/** Sentences that are right though they look wrong, with the reason. */
const RIGHT: readonly { readonly says: RegExp; readonly because: string }[] = [
  {
    says: /Has this person got their letter/,
    because: 'only advocates are led to this page, whoever may type its address',
  },
];

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage.close());

const SPOKEN_ELSEWHERE = ['data-letter-text', 'data-card-text'];
const TYPED = ['textarea', 'dd'];

/** The page's own words in main. */
function wordsOf({ page }: Show): string {
  const main = page.all('main')[0]!;
  const cut = (node: Tree.ParentNode): void => {
    node.childNodes = node.childNodes.filter((child) => {
      if (!('tagName' in child)) return true;
      if (
        TYPED.includes(child.tagName) ||
        SPOKEN_ELSEWHERE.some((name) => attribute(child, name) !== undefined)
      )
        return false;
      cut(child);
      return true;
    });
  };
  cut(main);
  return textOf(main);
}

describe.each(READER_ROLES)('%s', (role) => {
  const states = STATES.filter(
    (state) => state.reader === role && state.page.match(/^[a-z]/) && state.name.includes(role),
  );

  it('is told of the right person on every page', async () => {
    expect(states.length).toBeGreaterThan(50);
    const wrong = new Set<string>();
    for (const state of states) {
      const said = wordsOf(await showState(stage, state));
      for (const [sentence] of said.matchAll(WRONG[role]))
        if (!RIGHT.some(({ says }) => says.test(sentence))) wrong.add(`${state.page}: ${sentence.trim()}`);
    }
    expect([...wrong]).toEqual([]);
  });
});
