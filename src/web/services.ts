import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Content } from '../content/content.ts';
import type { Day } from '../questionnaire/calendar.ts';
import type { Unprintable } from '../formats/pdf/service.ts';
import type { LetterDocument, Print } from '../letters/document.ts';
import type { Journeys } from '../store/journeys.ts';
import type { Assets } from './assets.ts';
import type { Views } from './views.ts';

/** Makes PDFs without blocking other requests. */
export interface Pdfs {
  /**
   * @param waiting.signal aborted when the client has gone
   * @param waiting.key the owner of the letter, of whom only one letter waits at a time
   */
  pdf(
    letter: LetterDocument,
    print: Print,
    waiting?: { readonly signal?: AbortSignal; readonly key?: string },
  ): Promise<Buffer>;
  /** The number of pages. @throws LetterTooLong if there are too many */
  pages(letter: LetterDocument, print: Print): Promise<number>;
  /** The parts of a letter that a PDF cannot print in full. */
  unprintableIn(letter: LetterDocument): readonly Unprintable[];
}

/** The parts of the product, which `server.ts` and the tests put together. */
export interface Services {
  /** The product's own folder, with `views/` and the built files in `public/`. */
  readonly root: string;
  readonly config: Config;
  readonly content: Content;
  readonly journeys: Journeys;
  readonly pdfs: Pdfs;
  readonly log: Logger;
  /** Today's date in London. */
  readonly today: () => Day;
  /** False once the server begins to stop. */
  readonly isOpen: () => boolean;
}

/** Everything that a page needs. */
export interface PageServices extends Services {
  readonly views: Views;
  readonly assets: Assets;
}
