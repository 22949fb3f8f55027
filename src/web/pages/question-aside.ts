import type { Given } from '../../questionnaire/fields/field.ts';
import type { Visit } from '../../questionnaire/ordered-questions.ts';
import type { Journey } from '../../store/journey.ts';
import { HttpError } from '../http-error.ts';
import type { OpenJourney } from '../journey.ts';
import { setLargePrint } from '../large-print.ts';
import { type Aside, questionAddress, type ReturnTo } from '../next-address.ts';

/** Keeps what was typed, does what was chosen in its place, and gives the address to go to. */
export async function setAside(
  open: OpenJourney,
  visit: Visit,
  cleaned: Given,
  then: Exclude<Aside, 'skip'>,
  from: ReturnTo | undefined,
): Promise<string> {
  const aside = await putAside(open, visit, cleaned);
  if (then === 'save') return `${open.base}/save`;
  await setLargePrint(aside, then === 'large-print');
  return questionAddress(open, visit.placed.question.slug, from);
}

/** Keeps an empty answer; what was typed comes back with the question. */
export async function skip(open: OpenJourney, visit: Visit, cleaned: Given): Promise<Journey> {
  const skipped = await open.journey.answer(visit.key, {});
  if (skipped === 'gone') throw new HttpError('gone');
  const isTyped = Object.values(cleaned).some((text) => text.length > 0);
  return isTyped ? putAside({ ...open, journey: skipped }, visit, cleaned) : skipped;
}

/** Keeps what was typed, for the next time that the question is shown; no answer yet. */
export async function putAside({ journey }: OpenJourney, { key }: Visit, cleaned: Given): Promise<Journey> {
  const aside = await journey.putAside(key, cleaned);
  if (aside === 'gone') throw new HttpError('gone');
  return aside;
}
