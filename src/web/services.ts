import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Content } from '../content/content.ts';
import type { Day } from '../guide/calendar.ts';
import type { LetterDocument, Print } from '../letters/document.ts';
import type { Journeys } from '../store/journeys.ts';
import type { Assets } from './assets.ts';
import type { Views } from './views.ts';

/** Makes PDFs, off the path of other requests. */
export interface Pdfs {
  pdf(letter: LetterDocument, print: Print): Promise<Buffer>;
  /** The characters of these texts that a PDF cannot show. */
  unprintable(texts: readonly string[]): readonly string[];
}

/** Everything that the web needs; `server.ts` and the tests put it together. */
export interface Services {
  readonly config: Config;
  readonly content: Content;
  readonly journeys: Journeys;
  readonly pdfs: Pdfs;
  readonly views: Views;
  readonly assets: Assets;
  readonly log: Logger;
  /** Today where our readers live. */
  readonly today: () => Day;
  /** False from the moment that the server begins to stop. */
  readonly isOpen: () => boolean;
}
