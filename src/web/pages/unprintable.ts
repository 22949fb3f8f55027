import type { OpenJourney } from '../journey.ts';
import type { PageServices } from '../services.ts';

/** Characters that the PDF cannot show, with the answer that has them. */
export interface Unprintable {
  readonly name: string;
  readonly characters: string;
}

/** What the PDF cannot show of the letter's answers, so that it is said before the download. */
export function unprintableIn(open: OpenJourney, { content, pdfs }: PageServices): readonly Unprintable[] {
  return open.way.visits
    .filter(({ placed }) => placed.part === 'letter')
    .flatMap(({ placed, given }) => {
      const characters = pdfs.unprintable(Object.values(given ?? {}).flat());
      const { name } = content.questions[open.reader].get(placed.question.slug)!;
      return characters.length > 0 ? [{ name, characters: characters.join(' ') }] : [];
    });
}
