import type { Open } from '../journey.ts';
import type { Services } from '../services.ts';

/** Characters that the PDF cannot show, with the answer that has them. */
export interface Unprintable {
  readonly name: string;
  readonly characters: string;
}

/** What the PDF cannot show of the letter's answers, so that it is said before the download. */
export function unprintableIn(open: Open, { content, pdfs }: Services): readonly Unprintable[] {
  return open.way.visits
    .filter(({ step }) => step.part === 'letter')
    .flatMap(({ step, given }) => {
      const characters = pdfs.unprintable(Object.values(given ?? {}).flat());
      const { name } = content.questions[open.reader].get(step.question.slug)!;
      return characters.length > 0 ? [{ name, characters: characters.join(' ') }] : [];
    });
}
