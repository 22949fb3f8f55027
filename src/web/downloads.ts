import { isStoreError } from '../store/errors.ts';
import type { Journey } from '../store/journey.ts';
import type { OpenJourney } from './journey.ts';

/** The files of a journey. */
export const DOWNLOADS = ['letter.pdf', 'letter.docx', 'letter.txt', 'card.pdf'] as const;

export type Download = (typeof DOWNLOADS)[number];

/** A separate name for each file, so that two downloads at once are both recorded. */
const nameOf = (file: Download) => `downloaded-${file}`;

/** The files of a journey that were downloaded, in any version. */
export const downloadsOf = ({ choices }: Pick<Journey, 'choices'>): readonly Download[] =>
  DOWNLOADS.filter((file) => choices[nameOf(file)] !== undefined);

/** Records a download, for the pages that clear the computer. If the store is down, it is not recorded. */
export async function noteDownload({ journey }: OpenJourney, file: Download): Promise<void> {
  if (downloadsOf(journey).includes(file)) return;
  try {
    await journey.choose(nameOf(file), ['yes']);
  } catch (error) {
    if (!isStoreError(error)) throw error;
  }
}
