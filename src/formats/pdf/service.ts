import type { LetterDocument, Print } from '../../letters/document.ts';
import { PdfFailed } from './errors.ts';
import { Coverage } from './scripts/coverage.ts';
import { type OrderOptions, type Result, WorkerQueue } from './queue.ts';
import { startWorker } from './start-worker.ts';
import { type Unprintable, unprintableIn } from './unprintable.ts';

/** Makes PDFs in a worker thread, so that pages do not wait for them. */
export interface PdfService {
  /**
   * The letter as a tagged A4 PDF.
   * @param options.signal aborted when the client has gone, which removes a waiting letter from the queue
   * @param options.key the owner of the letter: a newer letter of the same key replaces the one that waits
   * @throws LetterTooLong over 15 pages; PdfBusy if too many wait; PdfFailed if it takes too long or fails;
   * PdfAborted
   */
  pdf(letter: LetterDocument, print: Print, options?: OrderOptions): Promise<Buffer>;
  /** The number of pages of that PDF. @throws the same as `pdf` */
  pages(letter: LetterDocument, print: Print, options?: OrderOptions): Promise<number>;
  /** The parts of a letter that the PDF cannot print in full. */
  unprintableIn(letter: LetterDocument): readonly Unprintable[];
  /** Starts the worker before the first letter, which would otherwise wait for the fonts to load. */
  warm(): void;
  /** Ends the worker and rejects unfinished letters. */
  close(): Promise<void>;
}

export interface PdfServiceOptions {
  /** Who makes the files, for their metadata. */
  readonly service: string;
  /** The most letters that may wait behind the one being made. */
  readonly maxWaiting?: number;
  /** The most time for one letter, in milliseconds. */
  readonly timeLimit?: number;
  /** The clock for the files' metadata; without it they all have the same day. */
  readonly now?: () => Date;
}

function fileOf(result: Result): Buffer {
  if (result.kind !== 'made') throw new PdfFailed('The worker sent an unexpected answer');
  const { buffer, byteOffset, byteLength } = result.pdf;
  return Buffer.from(buffer, byteOffset, byteLength);
}

function countOf(result: Result): number {
  if (result.kind !== 'counted') throw new PdfFailed('The worker sent an unexpected answer');
  return result.pages;
}

/** Creates the service. Its worker starts with the first letter, or with `warm`. */
export function createPdfService({
  service,
  maxWaiting = 64,
  timeLimit = 10_000,
  now,
}: PdfServiceOptions): PdfService {
  const queue = new WorkerQueue({ start: () => startWorker({ service }), maxWaiting, timeLimit });
  const coverage = new Coverage();
  return {
    pdf: async (letter, print, options) =>
      fileOf(await queue.add({ wanted: 'pdf', letter, print, created: now?.() }, options)),
    pages: async (letter, print, options) =>
      countOf(await queue.add({ wanted: 'pages', letter, print, created: undefined }, options)),
    unprintableIn: (letter) => unprintableIn(letter, coverage),
    warm: () => queue.warm(),
    close: () => queue.close(),
  };
}
