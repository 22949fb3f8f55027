import type { AdviceSituation, Stage, Told } from '../../record/situation.ts';
import { type CardQuestion, type CardWords, type Like, mentionText, type Speaker } from './card-words.ts';
import { Composer } from '../composer.ts';
import type { Block, LetterDocument } from '../document.ts';
import { mentionsOf } from './mentions.ts';

/** Who speaks: who signs the letter. Somebody who fills it in for a person that signs makes that person's card. */
export const speakerOf = ({ standing }: Pick<AdviceSituation, 'standing'>): Speaker =>
  standing.right === 'own' || (standing.right === 'agreement' && standing.writer === 'patient')
    ? 'oneself'
    : 'another';

/**
 * The appointment card: what to say, on one page, from part 1 alone.
 * What was not answered is left as a line to write on; nothing is said for the person that they did not say.
 * @throws Error without the right to act: then there is no card
 */
export function composeCard(situation: AdviceSituation, words: CardWords): LetterDocument {
  if (situation.standing.right === 'none') throw new Error('a card without the right to act');
  // These words come in the voice of who speaks, so the letters' grammar has nothing to turn.
  const composer = new Composer(words[speakerOf(situation)], { person: 'first' }, new Set());
  const { like, question } = askFor(situation);
  const isHad = situation.stage.at === 'had-it';
  // Once it is agreed or done, nobody is to be won over: then fact 3.6 has nothing to do.
  const isOpen = !isHad && situation.stage.at !== 'agreed';
  const { reasons, troubles, tried } = mentionsOf(situation);
  const about = composer.phrase(`about-${situation.concern}`);
  const heading = (name: string): Block => ({ kind: 'heading', text: composer.say(name) });
  const writeIn = (name: string): Block => ({ kind: 'write-in', label: composer.say(name) });
  const paragraph = (...names: readonly string[]) =>
    composer.paragraph(...names.map((name) => composer.say(name, { about })));
  return {
    title: composer.say('title'),
    blocks: [
      { kind: 'subject', text: composer.say('subject') },
      heading('like'),
      ...paragraph(`like-${like}`, ...(isOpen ? ['doctors-differ'] : [])),
      heading('mention'),
      mentioned(`reasons-${situation.concern}`, reasons, composer),
      mentioned('so-far', [...troubles, ...tried], composer),
      ...(isHad ? [writeIn('helped')] : [...paragraph('helps'), writeIn('helps-own')]),
      heading('question'),
      ...paragraph(`question-${question}`),
      heading('if-no'),
      ...paragraph('if-no-reasons', 'if-no-again'),
      writeIn('if-no-notes'),
    ],
  };
}

/** What was ticked, as a list under its name; a line to write on where nothing was. */
function mentioned(name: string, told: readonly Told[], composer: Composer): Block {
  const items = told.map(({ slug, value }) => ({ text: composer.phrase(mentionText(slug, value)) }));
  const label = composer.say(name);
  return items.length > 0 ? { kind: 'list', intro: `${label}:`, items } : { kind: 'write-in', label };
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
      return { like: 'an-answer', question: 'an-answer' };
    case 'refused': {
      const hasAskedWhy = AFTER_A_NO.some((step) => stepsTaken.includes(step));
      return { like: 'another-answer', question: hasAskedWhy ? 'ask-again' : 'why' };
    }
    case 'agreed':
      return afterAYes(stage, nation);
    case 'had-it':
      return { like: 'the-report', question: 'the-report' };
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
