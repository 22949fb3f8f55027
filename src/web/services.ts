import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Content } from '../content/content.ts';
import type { Day } from '../questionnaire/calendar.ts';
import type { PdfService } from '../formats/pdf/service.ts';
import type { Journeys } from '../store/journeys.ts';
import type { Assets } from './assets.ts';
import type { Views } from './views.ts';

/** The parts of the product, which `server.ts` and the tests put together. */
export interface Services {
  /** The product's own folder, with `views/` and the built files in `public/`. */
  readonly root: string;
  readonly config: Config;
  readonly content: Content;
  readonly journeys: Journeys;
  /** Makes PDFs without blocking other requests. */
  readonly pdfs: Pick<PdfService, 'pdf' | 'pages' | 'unprintableIn'>;
  readonly log: Logger;
  /** Today's date in London. */
  readonly today: () => Day;
  /** False once the server begins to stop. */
  readonly isAccepting: () => boolean;
}

/** Everything that a page needs. */
export interface PageServices extends Services {
  readonly views: Views;
  readonly assets: Assets;
}
