import type { AdviceWords } from '../../content/advice.ts';
import type { Content } from '../../content/content.ts';
import { situationNotes } from '../../rules/plan.ts';
import type { OpenJourney } from '../journey.ts';

/** What differs in another nation or for detained people, for pages without a plan (facts N.5, N.7, N.12). */
export function nationNotes(content: Content, open: OpenJourney): readonly AdviceWords[] {
  return situationNotes(open.answers).map((id) => content.advice[open.reader].get(id)!);
}
