import type { AdviceSituation } from '../../record/situation.ts';
import type { Stage } from '../../record/stage.ts';
import {
  type CardQuestion,
  type CardWords,
  type Like,
  mentionText,
  PRIVATE,
  type Speaker,
} from './card-words.ts';
import type { Block, LetterDocument } from '../document.ts';
import { fill } from '../words.ts';
import { mentionsOf } from './mentions.ts';

/** Who speaks: who signs the letter. Somebody who fills it in for a person that signs makes that person's card. */
export const speakerOf = ({ standing }: Pick<AdviceSituation, 'standing'>): Speaker =>
  standing.right === 'own' || (standing.right === 'agreement' && standing.writer === 'patient')
    ? 'oneself'
    : 'another';

/** Something that can be mentioned, as a sentence to read out. */
export interface CardChoice {
  readonly value: string;
  readonly text: string;
  /** Whether a page promised that it stays out of letters: it is on the card by choice alone, as all of them are. */
  readonly isPrivate: boolean;
}

/** More than three things are not heard in one appointment (fact 3.5). */
export const MOST_MENTIONS = 3;

/** Once it is agreed or done nobody is to be won over: then fact 3.6 has nothing to do, nor a no. */
const CLOSED: readonly Stage['at'][] = [
  ...(['agreed', 'review-agreed', 'settled', 'had-it', 'had-it-agreed', 'had-it-no-report'] as const),
];

const isOpen = ({ stage }: AdviceSituation): boolean => !CLOSED.includes(stage.at);

/** What somebody can choose to mention, of what they ticked and of what fits how far they have come; none is chosen for them. */
export function cardChoices(situation: AdviceSituation, words: CardWords): readonly CardChoice[] {
  const { reasons, troubles, tried } = mentionsOf(situation);
  return (isOpen(situation) ? [...reasons, ...troubles, ...tried] : troubles).map(({ slug, value }) => ({
    value: mentionText(slug, value),
    text: words[speakerOf(situation)][mentionText(slug, value)]!,
    isPrivate: PRIVATE.some((one) => one === value),
  }));
}

/**
 * The appointment card: what to say, on one page, from part 1 alone.
 * What was not answered or chosen is left as a line to write on; nothing is said for the person that they did not say.
 * @param chosen values of `cardChoices`, the first three of which count; others are ignored
 * @throws Error without the right to act: then there is no card
 */
export function composeCard(
  situation: AdviceSituation,
  words: CardWords,
  chosen: readonly string[],
): LetterDocument {
  if (situation.standing.right === 'none') throw new Error('a card without the right to act');
  const texts = words[speakerOf(situation)];
  // These words come in the voice of who speaks, so the letters' grammar has nothing to turn.
  const say = (name: string) =>
    fill(texts[name]!, { person: 'first' }, { about: texts[`about-${situation.concern}`]! });
  const { like, question } = askFor(situation);
  const heading = (name: string): Block => ({ kind: 'heading', text: say(name) });
  const writeIn = (name: string): Block => ({ kind: 'write-in', label: say(name) });
  const paragraph = (...names: readonly string[]): Block => ({
    kind: 'paragraph',
    sentences: names.map((name) => ({ text: say(name) })),
  });
  const items = cardChoices(situation, words)
    .filter(({ value }) => chosen.includes(value))
    .slice(0, MOST_MENTIONS)
    .map(({ text }) => ({ text }));
  return {
    title: say('title'),
    blocks: [
      { kind: 'subject', text: say('subject') },
      heading('like'),
      paragraph(`like-${like}`, ...(isOpen(situation) ? ['doctors-differ'] : [])),
      heading('mention'),
      ...(items.length > 0 ? [{ kind: 'list', intro: '', items } as const] : []),
      ...Array.from({ length: MOST_MENTIONS - items.length }, () => writeIn('mention-own')),
      writeIn(isOpen(situation) ? 'helps-own' : 'notes'),
      heading('question'),
      paragraph(`question-${question}`),
      ...(isOpen(situation)
        ? [heading('if-no'), paragraph('if-no-reasons', 'if-no-again'), writeIn('if-no-notes')]
        : []),
    ],
  };
}

interface Ask {
  readonly like: Like;
  readonly question: CardQuestion;
}

const AFTER_A_NO = ['asked-why', 'asked-again', 'asked-in-writing'] as const;

/** What the card asks for, by how far the request has come. */
function askFor({ stage, decidedBy, stepsTaken, nation }: AdviceSituation): Ask {
  switch (stage.at) {
    case 'nothing-tried':
      return { like: 'review', question: 'review' };
    case 'not-asked-for':
      return {
        like: decidedBy === 'gp' ? 'second-opinion-gp' : 'second-opinion',
        question: 'second-opinion',
      };
    case 'no-answer':
    case 'something-first':
      return { like: stage.to === 'review' ? 'review-answer' : 'an-answer', question: 'an-answer' };
    case 'not-clear':
      return { like: 'an-answer', question: 'an-answer' };
    case 'refused': {
      const hasAskedWhy = AFTER_A_NO.some((step) => stepsTaken.includes(step));
      return { like: 'another-answer', question: hasAskedWhy ? 'ask-again' : 'why' };
    }
    case 'agreed':
      return afterAYes(stage, nation);
    case 'review-agreed':
      return { like: 'review-agreed', question: 'review-agreed' };
    case 'settled':
      return { like: 'settled', question: 'settled' };
    case 'had-it':
      return { like: 'the-report', question: 'the-report' };
    case 'had-it-agreed':
      return { like: 'the-report-agreed', question: 'the-report-agreed' };
    case 'had-it-no-report':
      return { like: 'no-report', question: 'no-report' };
  }
}

const WAITS_FOR_MONEY = {
  'not-applied': 'funding',
  waiting: 'funding-answer',
  refused: 'funding-review',
} as const;

function afterAYes(stage: Stage & { at: 'agreed' }, nation: AdviceSituation['nation']): Ask {
  if (stage.where !== 'out-of-area') return { like: 'what-is-next', question: 'what-is-next' };
  // Who decides about the money, and how a refusal is reviewed, is told for England alone (fact N.12).
  if (nation !== 'england') return { like: 'funding-elsewhere', question: 'funding' };
  return stage.funding === 'agreed'
    ? { like: 'what-is-next', question: 'what-is-next' }
    : { like: WAITS_FOR_MONEY[stage.funding], question: 'funding' };
}
