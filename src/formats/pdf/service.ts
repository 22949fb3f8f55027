import type { LetterDocument, Print } from '../../letters/document.ts';
import { Coverage } from './scripts/coverage.ts';
import { WorkerQueue } from './queue.ts';
import { startWorker } from './start-worker.ts';

export { LetterTooLong, PdfBusy, PdfFailed } from './errors.ts';

/** Makes PDFs off the path of everything else. */
export interface PdfService {
  /**
   * The letter as a tagged A4 PDF.
   * @throws LetterTooLong over 15 pages; PdfBusy where too many wait; PdfFailed where it takes too long or fails.
   */
  pdf(letter: LetterDocument, print: Print): Promise<Buffer>;
  /** What the PDF cannot print and shows a mark for: distinct grapheme clusters, in the order of the texts. */
  unprintable(texts: readonly string[]): string[];
  /** Starts the worker, which otherwise starts with the first letter: the letter would wait while fonts load. */
  warm(): void;
  /** Ends the worker. Letters that are not done are rejected. */
  close(): Promise<void>;
}

export interface PdfServiceOptions {
  /** Who makes the files, for their metadata. */
  readonly service: string;
  /** How many letters may wait behind the one that is being made. */
  readonly waiting?: number;
  /** Milliseconds that one letter may take. */
  readonly timeLimit?: number;
  /** The clock for the files' metadata; without one they all name the same day. */
  readonly now?: () => Date;
}

/** The service. Its worker starts at the first letter, or when it is warmed. */
export function createPdfService(options: PdfServiceOptions): PdfService {
  const { service, waiting = 64, timeLimit = 10_000, now } = options;
  const queue = new WorkerQueue({ start: () => startWorker({ service }), waiting, timeLimit });
  const coverage = new Coverage();
  return {
    pdf: (letter, print) => queue.add({ letter, print, created: now?.() }),
    unprintable: (texts) => coverage.unprintable(texts),
    warm: () => queue.warm(),
    close: () => queue.close(),
  };
}
