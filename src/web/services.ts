import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Content } from '../content/content.ts';
import type { Day } from '../questionnaire/calendar.ts';
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
  /** The characters of these texts that a PDF cannot show. */
  unprintable(texts: readonly string[]): readonly string[];
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
