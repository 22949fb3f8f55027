import type { Answers } from '../../questionnaire/all-questions.ts';
import { type Day, lastDayOf, spellDayOrMonth } from '../../questionnaire/calendar.ts';
import { type Composer, from, type Wording } from '../composer.ts';
import { withStop } from '../english/typed.ts';

/** What the answers say about a board's decision not to pay, and about how to have it reviewed. */
export interface FundingDecision {
  readonly decision: NonNullable<Answers['decision']>;
  readonly boardReasons: readonly string[];
  readonly newFacts: readonly string[];
  readonly howDecided: readonly string[];
  readonly today: Day;
}

/** Whether the letter goes to the board itself, not to the doctor. */
export const isToBoard = ({ decision }: FundingDecision) => decision['write-to'] === 'board';

/** A board is asked to review only if its decision letter lets the patient ask. */
export const canReview = ({ decision }: FundingDecision) =>
  decision['review-who'] === 'me' || decision['review-who'] === 'either';

/** In the short version the sentence before may be missing, if it did not fit. */
type Version = '' | 'short-';

/** The last day as the board's letter gives it, never worked out here. */
export function lastDay(
  facts: FundingDecision,
  composer: Composer,
  version: Version = '',
): readonly Wording[] {
  const by = facts.decision['review-by'];
  if (!by) return [];
  const tell = (text: string) => composer.fromAnswer(text, from('decision', 'review-by'));
  const isPast = lastDayOf(by) < facts.today;
  return [
    tell(composer.say('review-by', { it: spellDayOrMonth(by) })),
    isPast ? tell(composer.say(`${version}late-${isToBoard(facts) ? 'board' : 'doctor'}`)) : '',
  ];
}

/** The day of the decision, and its reference. */
export function dayAndReference(
  { decision }: FundingDecision,
  composer: Composer,
  version: Version = '',
): readonly Wording[] {
  const { 'decision-on': on, 'decision-reference': reference } = decision;
  const dated = on
    ? composer.fromAnswer(
        composer.say('decision-on', { it: spellDayOrMonth(on) }),
        from('decision', 'decision-on'),
      )
    : '';
  const isAfterDay = dated !== '' && version === '';
  return [
    dated,
    reference &&
      composer.fromAnswer(
        withStop(
          composer.say(isAfterDay ? 'decision-reference' : 'decision-has-reference', { it: reference }),
        ),
        from('decision', 'decision-reference'),
      ),
  ];
}

/** Who may ask for a review, as the decision letter says. */
export function whoMayAsk({ decision }: FundingDecision, composer: Composer): Wording {
  const who = decision['review-who'];
  return who && who !== 'not-said'
    ? composer.fromAnswer(composer.say(`review-who-${who}`), from('decision', 'review-who'))
    : '';
}

/** What the letter also asks for: the decision letter, if the patient does not have it. */
const ASK_FOR_DECISION = {
  'have-it': '',
  'doctor-has-it': 'send-copy-of-decision',
  'not-seen': 'send-decision',
} as const;
export function askForDecision({ decision }: FundingDecision, composer: Composer): string {
  const name = ASK_FOR_DECISION[decision['decision-letter']];
  return name && composer.say(name);
}
