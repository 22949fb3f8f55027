import { type Rule, rule } from './rule.ts';
import type { Situation } from '../record/situation.ts';

const lacksRight =
  (because: 'refused' | 'not-asked' | 'cannot-decide') =>
  ({ standing }: Situation) =>
    standing.right === 'none' && standing.because === because;

/** Line 0 of the order of escalation (docs/contract.md): the one step without the right to act. */
export const STEPS_TO_A_RIGHT: readonly Rule<Situation>[] = [
  rule(
    'respect-their-no',
    lacksRight('refused'),
    { 'their-agreement': ['no'] },
    { changes: 'their-agreement' },
  ),
  rule(
    'ask-for-their-agreement',
    lacksRight('not-asked'),
    { 'their-agreement': ['not-asked'] },
    { changes: 'their-agreement' },
  ),
  rule(
    'find-out-who-may-act',
    lacksRight('cannot-decide'),
    { 'their-agreement': ['cannot-decide'], 'legal-authority': ['no'] },
    { changes: 'legal-authority' },
  ),
];
