import type { LetterId } from '../questionnaire/questions/people.ts';
import { lastSent } from '../record/sent.ts';
import { type AdviceSituation, lettersAbout } from '../record/situation.ts';

/** The letters that a step suggests, without those sent since the last answer. */

type About = NonNullable<Parameters<typeof lastSent>[2]>;

const unsent = (s: AdviceSituation, letters: readonly LetterId[]) =>
  letters.filter((letter) => !lastSent(s.timeline, letter));

export const reviewLetters = (s: AdviceSituation) => unsent(s, lettersAbout('review', s.concern));
export const secondOpinionLetters = (s: AdviceSituation) =>
  unsent(s, lettersAbout('second-opinion', s.concern));
export const askReasons = (s: AdviceSituation) => unsent(s, ['ask-reasons']);
export const complaintLetter = (s: AdviceSituation) => unsent(s, ['complaint']);
export const fundingReview = (s: AdviceSituation) => unsent(s, ['funding-review']);

/** The chaser about this, unless it was sent already. */
export const chaser =
  (about: About) =>
  (s: AdviceSituation): readonly LetterId[] =>
    lastSent(s.timeline, 'chaser', about) ? [] : ['chaser'];

/** What the unanswered request asked for. */
export const requestKind = (s: AdviceSituation): 'review' | 'second-opinion' =>
  s.stage.at === 'no-answer' ? s.stage.to : 'second-opinion';
