import type { Worker } from 'node:worker_threads';
import { LetterTooLong, PdfAborted, PdfBusy, PdfFailed } from './errors.ts';
import type { Answer, Order } from './worker-messages.ts';

/** What the worker made of an order: the file, or the count that was asked for. */
export type Made = Extract<Answer, { kind: 'made' | 'counted' }>;

/** What an order is worth to who gave it. */
export interface Waiting {
  /** Aborted where nobody wants the letter any more: then it gives up its place in the line. */
  readonly signal?: AbortSignal;
  /** Whose order it is: one of theirs waits at a time, and the newest takes the place of the one before. */
  readonly key?: string;
}

interface Job extends Waiting {
  readonly order: Order;
  readonly resolve: (made: Made) => void;
  readonly reject: (error: Error) => void;
}

export interface QueueOptions {
  readonly start: () => Worker;
  /** How many letters may wait behind the one that is being made. */
  readonly waiting: number;
  /** Milliseconds that one letter may take. */
  readonly timeLimit: number;
}

/**
 * One worker, started for the first letter, makes one letter at a time, with a bounded line behind it. A worker that
 * hangs or dies is replaced.
 */
export class WorkerQueue {
  readonly #options: QueueOptions;
  readonly #line: Job[] = [];
  #worker: Worker | undefined;
  #ready = false;
  #current: Job | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  /** Starts the worker ahead of the first letter, which would wait while it loads its fonts. */
  warm(): void {
    if (!this.#closed && this.#worker === undefined) this.#start();
  }

  /**
   * Rejects with PdfBusy where the line is full or a newer order of the same key takes the place, with PdfAborted where
   * the signal is aborted while it waits, with LetterTooLong, or with PdfFailed.
   */
  add(order: Order, { signal, key }: Waiting = {}): Promise<Made> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new PdfFailed('The service is closed'));
      if (signal?.aborted) return reject(new PdfAborted());
      const job: Job = { order, resolve, reject, ...(signal && { signal }), ...(key && { key }) };
      const before = key === undefined ? -1 : this.#line.findIndex((one) => one.key === key);
      if (before >= 0) this.#line.splice(before, 1, job)[0]?.reject(new PdfBusy());
      else if (this.#line.length >= this.#options.waiting && this.#current) return reject(new PdfBusy());
      else this.#line.push(job);
      signal?.addEventListener('abort', () => this.#giveUp(job), { once: true });
      this.#next();
    });
  }

  /** The letter that is being made is finished: the worker cannot be told, and a new one costs more. */
  #giveUp(job: Job): void {
    const place = this.#line.indexOf(job);
    if (place < 0) return;
    this.#line.splice(place, 1);
    job.reject(new PdfAborted());
  }

  /** Ends the worker; letters that are not done are rejected with PdfFailed. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#line.splice(0)) job.reject(new PdfFailed('The service is closed'));
    this.#settle((job) => job.reject(new PdfFailed('The service is closed')));
    await this.#drop()?.terminate();
  }

  #start(): void {
    const worker = this.#options.start();
    this.#worker = worker;
    this.#ready = false;
    // An idle worker is no reason for a process to go on.
    worker.unref();
    worker.on('message', (answer: Answer) => this.#onAnswer(worker, answer));
    worker.on('error', (error) => this.#onEnd(worker, `The worker failed: ${error.name}`));
    worker.on('exit', () => this.#onEnd(worker, 'The worker ended'));
  }

  #drop(): Worker | undefined {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#ready = false;
    return worker;
  }

  #next(): void {
    if (this.#current) return;
    const job = this.#line.shift();
    if (job === undefined) return void this.#worker?.unref();
    this.#current = job;
    this.warm();
    this.#worker?.ref();
    // The time counts from here, so that a worker that never gets ready is no trap either.
    this.#timer = setTimeout(() => this.#onTimeout(), this.#options.timeLimit);
    if (this.#ready) this.#worker?.postMessage(job.order);
  }

  #settle(how: (job: Job) => void): void {
    clearTimeout(this.#timer);
    const job = this.#current;
    this.#current = undefined;
    if (job) how(job);
  }

  #onAnswer(worker: Worker, answer: Answer): void {
    if (worker !== this.#worker) return;
    switch (answer.kind) {
      case 'ready':
        this.#ready = true;
        if (this.#current) worker.postMessage(this.#current.order);
        return;
      case 'made':
      case 'counted':
        this.#settle((job) => job.resolve(answer));
        break;
      case 'too-long':
        this.#settle((job) => job.reject(new LetterTooLong()));
        break;
      case 'failed':
        this.#settle((job) => job.reject(new PdfFailed(answer.reason)));
        break;
      default:
        answer satisfies never;
    }
    this.#next();
  }

  #onTimeout(): void {
    const worker = this.#drop();
    void worker?.terminate();
    this.#settle((job) => job.reject(new PdfFailed('The letter took too long')));
    this.#next();
  }

  /** A worker that ended by itself takes its letter with it; the next letter starts another. */
  #onEnd(worker: Worker, reason: string): void {
    if (worker !== this.#worker) return;
    this.#drop();
    this.#settle((job) => job.reject(new PdfFailed(reason)));
    this.#next();
  }
}
