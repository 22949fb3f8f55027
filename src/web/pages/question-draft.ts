import type { FormInput } from '../../questionnaire/fields/field.ts';
import type { Visit } from '../../questionnaire/ordered-questions.ts';
import type { Journey } from '../../store/journey.ts';
import { type OpenJourney, orThrowGone } from '../journey.ts';
import { setLargePrint } from '../large-print.ts';
import { questionAddress, type ReturnTo, type SecondaryAction } from '../next-address.ts';

/** Stores what was typed, does what was chosen instead of answering, and returns the address to go to. */
export async function leaveQuestion(
  open: OpenJourney,
  visit: Visit,
  cleaned: FormInput,
  then: Exclude<SecondaryAction, 'skip'>,
  from: ReturnTo | undefined,
): Promise<string> {
  const written = await saveDraft(open, visit, cleaned);
  if (then === 'save') return `${open.base}/save`;
  await setLargePrint(written, then === 'large-print');
  return questionAddress(open, visit.placed.question.slug, from);
}

/** Stores an empty answer. What was typed is shown again with the question. */
export async function skip(open: OpenJourney, visit: Visit, cleaned: FormInput): Promise<Journey> {
  const skipped = orThrowGone(await open.journey.answer(visit.key, {}));
  const isTyped = Object.values(cleaned).some((text) => text.length > 0);
  return isTyped ? saveDraft({ ...open, journey: skipped }, visit, cleaned) : skipped;
}

/** Stores what was typed to show it again with the question; it is not an answer yet. */
export async function saveDraft(
  { journey }: OpenJourney,
  { key }: Visit,
  cleaned: FormInput,
): Promise<Journey> {
  return orThrowGone(await journey.putAside(key, cleaned));
}
