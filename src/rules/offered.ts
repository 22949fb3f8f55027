import {
  ENGLISH_LETTERS,
  isLaterLetter,
  type LaterLetter,
  LETTER_IDS,
  type LetterId,
} from '../questionnaire/questions/people.ts';
import type { AdviceSituation, Situation } from '../record/situation.ts';
import {
  complaintState,
  hasComplained,
  isComplaintOpen,
  isFunding,
  isRefused,
  isRequestPending,
  isUnasked,
} from './escalation.ts';

const isUnderWay = (s: AdviceSituation) =>
  !isUnasked(s) && s.stage.at !== 'nothing-tried' && s.stage.at !== 'settled';

/** Stages in which something was asked for or agreed and has not come. */
const NOT_COME: readonly AdviceSituation['stage']['at'][] = [
  'no-answer',
  'not-clear',
  'something-first',
  'refused',
  'agreed',
  'had-it-no-report',
];

function canBeChased(s: AdviceSituation): boolean {
  const hasDay = s.stage.at === 'agreed' && (s.appointments['second-doctor']?.on ?? '') >= s.today;
  return NOT_COME.includes(s.stage.at) && !isRequestPending(s) && !hasDay;
}

/** Whether a complaint's answer is late, or no day is known for it. */
const isComplaintLate = (s: AdviceSituation) =>
  isComplaintOpen(s)
    ? ['not-arrived', 'no-day', 'late'].includes(complaintState(s))
    : hasComplained(s) && !s.complaint;

/** When each letter that follows the first ask becomes useful. */
const IS_USEFUL_NOW: Readonly<Record<LaterLetter, (s: AdviceSituation) => boolean>> = {
  chaser: (s) => canBeChased(s) || isComplaintLate(s),
  'ask-reasons': isRefused,
  complaint: (s) => isUnderWay(s) && !isComplaintOpen(s),
  'funding-review': (s) => isFunding(s, 'refused'),
};

/**
 * The letters to offer, in the order of the page. A person who came only for a letter is offered all those of
 * their nation; a person who came for advice gets the first asks and the later letters that are useful now.
 * @param suggested the letters that the plan suggests, which are always offered
 */
export function offeredLetters(
  situation: Situation,
  suggested: readonly LetterId[] = [],
): readonly LetterId[] {
  const here = LETTER_IDS.filter(
    (letter) => situation.nation === 'england' || !ENGLISH_LETTERS.some((one) => one === letter),
  );
  const cameForAdvice = situation.chosenAnswers.some(
    ({ slug, value }) => slug === 'help-with' && value === 'advice-and-letter',
  );
  if (situation.wants !== 'advice' || !cameForAdvice) return here;
  return here.filter(
    (letter) => !isLaterLetter(letter) || suggested.includes(letter) || IS_USEFUL_NOW[letter](situation),
  );
}
