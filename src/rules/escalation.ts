import type { AdviceSituation, Situation } from '../record/situation.ts';
import type { Stage } from '../record/stage.ts';

/** What the rules ask about a situation's place in the order of escalation (docs/contract.md). */

type StepTaken = AdviceSituation['stepsTaken'][number];

export const hasTaken = (s: AdviceSituation, step: StepTaken) => s.stepsTaken.includes(step);

/** These three are climbed in order: a later one that was taken passes those before it. */
const LADDER = ['asked-why', 'asked-again', 'asked-in-writing'] as const;

/** Whether one of the three was taken, or a later one of them. */
export const hasPassed = (s: AdviceSituation, step: (typeof LADDER)[number]) =>
  LADDER.slice(LADDER.indexOf(step)).some((one) => hasTaken(s, one));

/** Whether everything was tried that there is to try before the final answer to a complaint. */
export const hasTriedEverything = (s: AdviceSituation) =>
  (['asked-in-writing', 'contacted-pals', 'used-advocate', 'complained'] as const).every((step) =>
    hasTaken(s, step),
  );

export const inEngland = (s: Situation) => s.nation === 'england';
export const isUnderTheAct = (s: Pick<Situation, 'detained'>) =>
  s.detained === 'section' || s.detained === 'community-order';

export const isUnasked = (s: AdviceSituation) => s.stage.at === 'not-asked-for';
const UNANSWERED: readonly Stage['at'][] = ['no-answer', 'not-clear', 'something-first'];
export const isUnanswered = (s: AdviceSituation) => UNANSWERED.includes(s.stage.at);
export const isRefused = (s: AdviceSituation) => s.stage.at === 'refused';
const HAD: readonly Stage['at'][] = ['had-it', 'had-it-agreed', 'had-it-no-report'];
export const isHad = (s: AdviceSituation) => HAD.includes(s.stage.at);
export const isOutOfArea = (s: AdviceSituation) => s.stage.at === 'agreed' && s.stage.where === 'out-of-area';
export const isFunding = (s: AdviceSituation, funding: 'not-applied' | 'waiting' | 'agreed' | 'refused') =>
  s.stage.at === 'agreed' && s.stage.where === 'out-of-area' && s.stage.funding === funding;
