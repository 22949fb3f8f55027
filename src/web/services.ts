import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Content } from '../content/content.ts';
import type { Day } from '../questionnaire/calendar.ts';
import type { Unprintable } from '../formats/pdf/service.ts';
import type { LetterDocument, Print } from '../letters/document.ts';
import type { Journeys } from '../store/journeys.ts';
import type { Assets } from './assets.ts';
import type { Views } from './views.ts';

/** Makes PDFs, off the path of other requests. */
export interface Pdfs {
  /**
   * @param waiting.signal aborted when its client has gone
   * @param waiting.key whose letter it is: one of theirs waits at a time
   */
  pdf(
    letter: LetterDocument,
    print: Print,
    waiting?: { readonly signal?: AbortSignal; readonly key?: string },
  ): Promise<Buffer>;
  /** How many pages that is. @throws LetterTooLong where it has more than a PDF of ours */
  pages(letter: LetterDocument, print: Print): Promise<number>;
  /** What of a letter a PDF cannot print: nothing where it prints the whole of it. */
  unprintableIn(letter: LetterDocument): readonly Unprintable[];
}

/** What the product is made of; `server.ts` and the tests put it together. */
export interface Services {
  /** The product's own folder, with `views/` and what was built into `public/`. */
  readonly root: string;
  readonly config: Config;
  readonly content: Content;
  readonly journeys: Journeys;
  readonly pdfs: Pdfs;
  readonly log: Logger;
  /** Today where our readers live. */
  readonly today: () => Day;
  /** False from the moment that the server begins to stop. */
  readonly isOpen: () => boolean;
}

/** Everything that a page needs. */
export interface PageServices extends Services {
  readonly views: Views;
  readonly assets: Assets;
}
