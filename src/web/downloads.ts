import { StoreFull, StoreUnavailable } from '../store/errors.ts';
import type { Journey } from '../store/journey.ts';
import type { OpenJourney } from './journey.ts';

/** The files that a journey gives. */
export const DOWNLOADS = ['letter.pdf', 'letter.docx', 'letter.txt', 'card.pdf'] as const;

export type Download = (typeof DOWNLOADS)[number];

/** A name for each file, so that two downloads at once are both noted. */
const nameOf = (file: Download) => `downloaded-${file}`;

/** Which files of a journey were downloaded, in whatever version. */
export const downloadsOf = ({ choices }: Pick<Journey, 'choices'>): readonly Download[] =>
  DOWNLOADS.filter((file) => choices[nameOf(file)] !== undefined);

/** Notes a download, for the pages that clear the computer. A store that takes no note just now refuses no download. */
export async function noteDownload({ journey }: OpenJourney, file: Download): Promise<void> {
  if (downloadsOf(journey).includes(file)) return;
  try {
    await journey.choose(nameOf(file), ['yes']);
  } catch (error) {
    if (!(error instanceof StoreFull || error instanceof StoreUnavailable)) throw error;
  }
}
