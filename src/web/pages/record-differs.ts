import { isLaterLetter } from '../../questionnaire/questions/people.ts';
import { differingFields } from '../../record/differs.ts';
import { filledIn } from '../../record/fill-in.ts';
import type { OpenJourney } from '../journey.ts';
import { questionAddress } from '../next-address.ts';
import type { PageServices } from '../services.ts';

/** The fields in which the letter now differs from the record, each with a link to change it. */
export function recordDiffers(
  open: OpenJourney,
  { content }: PageServices,
): readonly { readonly name: string; readonly change: string }[] {
  const { letter } = open.answers;
  // No entry answers the questions of the first letters.
  if (!isLaterLetter(letter)) return [];
  return open.walk.visits.flatMap(({ placed: { question }, form, input }) => {
    const words = content.questions[open.reader].get(question.slug)!;
    const known = filledIn(question.slug, letter, open.timeline(), words.happenings);
    const change = questionAddress(open, question.slug, 'letter');
    return differingFields(form.fields, known, input ?? {}).map(({ name }) => ({
      name: words.fields[name]!.label ?? words.title,
      change,
    }));
  });
}
