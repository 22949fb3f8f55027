import { isPrivateReason } from '../../questionnaire/questions/doubts.ts';
import { patientSigns } from '../../questionnaire/standing.ts';
import type { AdviceSituation } from '../../record/situation.ts';
import type { Stage } from '../../record/stage.ts';
import { type CardQuestion, type CardWords, type Like, mentionText, type Speaker } from './card-words.ts';
import type { Block, LetterDocument } from '../document.ts';
import { fill } from '../words.ts';
import { mentionsOf } from './mentions.ts';

/** Who speaks: the person who signs the letter, even if another person fills it in for them. */
export const speakerOf = ({ standing }: Pick<AdviceSituation, 'standing'>): Speaker =>
  patientSigns(standing) ? 'oneself' : 'another';

/** Something that can be mentioned, as a sentence to read out. */
export interface CardChoice {
  readonly value: string;
  readonly text: string;
  /** Whether a page promised to keep it out of letters. The card has it only if the person chooses it. */
  readonly isPrivate: boolean;
}

/** More than three points would be lost in one appointment (fact 3.5). */
export const MOST_MENTIONS = 3;

/** Stages in which the request is agreed or done, so the card says nothing about a refusal (fact 3.6). */
const CLOSED: readonly Stage['at'][] = [
  'agreed',
  'review-agreed',
  'settled',
  'had-it',
  'had-it-agreed',
  'had-it-no-report',
];

const isRequestOpen = ({ stage }: AdviceSituation): boolean => !CLOSED.includes(stage.at);

/** What the person can choose to mention: their ticked choices that fit the stage. None is preselected. */
export function cardChoices(situation: AdviceSituation, words: CardWords): readonly CardChoice[] {
  const { reasons, difficulties, tried } = mentionsOf(situation);
  return (isRequestOpen(situation) ? [...reasons, ...difficulties, ...tried] : difficulties).map(
    ({ slug, value }) => ({
      value: mentionText(slug, value),
      text: words[speakerOf(situation)][mentionText(slug, value)]!,
      isPrivate: isPrivateReason(slug, value),
    }),
  );
}

/**
 * The appointment card: what to say, on one page, from part 1 only. What was not answered or chosen becomes a
 * line to write on, so the card never says anything that the person did not say.
 * @param chosen values of `cardChoices`; only the first three count, and unknown values are ignored
 * @throws Error without the right to act
 */
export function composeCard(
  situation: AdviceSituation,
  words: CardWords,
  chosen: readonly string[],
): LetterDocument {
  if (situation.standing.right === 'none') throw new Error('there is no card without the right to act');
  const texts = words[speakerOf(situation)];
  // The card has its own words for each speaker, so the letters' grammar is not needed.
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
      paragraph(`like-${like}`, ...(isRequestOpen(situation) ? ['doctors-differ'] : [])),
      heading('mention'),
      ...(items.length > 0 ? [{ kind: 'list', intro: '', items } as const] : []),
      ...Array.from({ length: MOST_MENTIONS - items.length }, () => writeIn('mention-own')),
      writeIn(isRequestOpen(situation) ? 'helps-own' : 'notes'),
      heading('question'),
      paragraph(`question-${question}`),
      ...(isRequestOpen(situation)
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

/** What the card asks for at this stage of the request. */
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
  // The facts on who decides funding and how a refusal is reviewed are for England only (fact N.12).
  if (nation !== 'england') return { like: 'funding-elsewhere', question: 'funding' };
  return stage.funding === 'agreed'
    ? { like: 'what-is-next', question: 'what-is-next' }
    : { like: WAITS_FOR_MONEY[stage.funding], question: 'funding' };
}
