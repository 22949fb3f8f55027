import type { LetterDocument, Print } from '../../letters/document.ts';
import { PdfFailed } from './errors.ts';
import { Coverage } from './scripts/coverage.ts';
import { type Made, type Waiting, WorkerQueue } from './queue.ts';
import { startWorker } from './start-worker.ts';
import { type Unprintable, unprintableIn } from './unprintable.ts';

export { LetterTooLong, PdfAborted, PdfBusy, PdfFailed } from './errors.ts';
export type { Unprintable } from './unprintable.ts';

/** Makes PDFs off the path of everything else. */
export interface PdfService {
  /**
   * The letter as a tagged A4 PDF.
   * @param waiting.signal aborted when the client has gone: a letter that waits is given up
   * @param waiting.key whose letter it is: of one key, the newest letter takes the place of the one that waits
   * @throws LetterTooLong over 15 pages; PdfBusy where too many wait; PdfFailed where it takes too long or fails;
   * PdfAborted.
   */
  pdf(letter: LetterDocument, print: Print, waiting?: Waiting): Promise<Buffer>;
  /** How many pages that PDF has. @throws what `pdf` does, LetterTooLong too. */
  pages(letter: LetterDocument, print: Print, waiting?: Waiting): Promise<number>;
  /** What of a letter the PDF cannot print: nothing where it prints the whole of it. */
  unprintableIn(letter: LetterDocument): readonly Unprintable[];
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

function fileOf(made: Made): Buffer {
  if (made.kind !== 'made') throw new PdfFailed('The worker answered something else');
  const { buffer, byteOffset, byteLength } = made.pdf;
  return Buffer.from(buffer, byteOffset, byteLength);
}

function countOf(made: Made): number {
  if (made.kind !== 'counted') throw new PdfFailed('The worker answered something else');
  return made.pages;
}

/** The service. Its worker starts at the first letter, or when it is warmed. */
export function createPdfService(options: PdfServiceOptions): PdfService {
  const { service, waiting = 64, timeLimit = 10_000, now } = options;
  const queue = new WorkerQueue({ start: () => startWorker({ service }), waiting, timeLimit });
  const coverage = new Coverage();
  return {
    pdf: async (letter, print, waiting) =>
      fileOf(await queue.add({ wanted: 'pdf', letter, print, created: now?.() }, waiting)),
    pages: async (letter, print, waiting) =>
      countOf(await queue.add({ wanted: 'pages', letter, print, created: undefined }, waiting)),
    unprintableIn: (letter) => unprintableIn(letter, coverage),
    unprintable: (texts) => coverage.unprintable(texts),
    warm: () => queue.warm(),
    close: () => queue.close(),
  };
}
