import type { Rule } from './rule.ts';
import { STEPS_AFTER_A_NO } from './steps-after-a-no.ts';
import { STEPS_AFTER_A_YES } from './steps-after-a-yes.ts';
import { STEPS_OF_ASKING } from './steps-of-asking.ts';

/** The request's order of escalation (lines 1 to 6, docs/contract.md): the first that applies is its step. */
export const NEXT_STEPS: readonly Rule[] = [...STEPS_OF_ASKING, ...STEPS_AFTER_A_NO, ...STEPS_AFTER_A_YES];
