import type { Worker } from 'node:worker_threads';
import { LetterTooLong, PdfAborted, PdfBusy, PdfFailed } from './errors.ts';
import type { Answer, Order } from './worker-messages.ts';

/** The worker's result for an order: the file, or the number of pages. */
export type Result = Extract<Answer, { kind: 'made' | 'counted' }>;

/** How an order waits. */
export interface OrderOptions {
  /** Aborted when nobody wants the letter any more; its order then leaves the queue. */
  readonly signal?: AbortSignal;
  /** The owner of the order. Only one order of each owner waits; a newer one replaces it. */
  readonly key?: string;
}

interface Job extends OrderOptions {
  readonly order: Order;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

export interface QueueOptions {
  readonly start: () => Worker;
  /** The most letters that may wait behind the one being made. */
  readonly maxWaiting: number;
  /** The most time for one letter, in milliseconds. */
  readonly timeLimit: number;
}

/**
 * One worker, started for the first letter, makes one letter at a time, with a bounded queue. A worker that
 * hangs or dies is replaced.
 */
export class WorkerQueue {
  readonly #options: QueueOptions;
  readonly #queue: Job[] = [];
  #worker: Worker | undefined;
  #ready = false;
  #current: Job | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  /** Starts the worker before the first letter, which would otherwise wait for the fonts to load. */
  warm(): void {
    if (!this.#closed && this.#worker === undefined) this.#start();
  }

  /**
   * Adds an order to the queue.
   * @throws PdfBusy if the queue is full or a newer order of the same key replaces it; PdfAborted if the
   * signal is aborted while it waits; LetterTooLong; PdfFailed
   */
  add(order: Order, { signal, key }: OrderOptions = {}): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new PdfFailed('The service is closed'));
      if (signal?.aborted) return reject(new PdfAborted());
      const job: Job = { order, resolve, reject, ...(signal && { signal }), ...(key && { key }) };
      const before = key === undefined ? -1 : this.#queue.findIndex((one) => one.key === key);
      if (before >= 0) this.#queue.splice(before, 1, job)[0]?.reject(new PdfBusy());
      else if (this.#queue.length >= this.#options.maxWaiting && this.#current) return reject(new PdfBusy());
      else this.#queue.push(job);
      signal?.addEventListener('abort', () => this.#abort(job), { once: true });
      this.#next();
    });
  }

  /** Removes a waiting job. One that is being made runs on, as stopping it would need a new worker. */
  #abort(job: Job): void {
    const place = this.#queue.indexOf(job);
    if (place < 0) return;
    this.#queue.splice(place, 1);
    job.reject(new PdfAborted());
  }

  /** Ends the worker; letters that are not done are rejected with PdfFailed. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#queue.splice(0)) job.reject(new PdfFailed('The service is closed'));
    this.#settle((job) => job.reject(new PdfFailed('The service is closed')));
    await this.#detachWorker()?.terminate();
  }

  #start(): void {
    const worker = this.#options.start();
    this.#worker = worker;
    this.#ready = false;
    // An idle worker must not keep the process running.
    worker.unref();
    worker.on('message', (answer: Answer) => this.#onAnswer(worker, answer));
    worker.on('error', (error) => this.#onEnd(worker, `The worker failed: ${error.name}`));
    worker.on('exit', () => this.#onEnd(worker, 'The worker ended'));
  }

  #detachWorker(): Worker | undefined {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#ready = false;
    return worker;
  }

  #next(): void {
    if (this.#current) return;
    const job = this.#queue.shift();
    if (job === undefined) return void this.#worker?.unref();
    this.#current = job;
    this.warm();
    this.#worker?.ref();
    // The time counts from here, so that it also limits a worker that never becomes ready.
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
    const worker = this.#detachWorker();
    void worker?.terminate();
    this.#settle((job) => job.reject(new PdfFailed('The letter took too long')));
    this.#next();
  }

  /** If a worker ends by itself, its letter fails and the next letter starts another worker. */
  #onEnd(worker: Worker, reason: string): void {
    if (worker !== this.#worker) return;
    this.#detachWorker();
    this.#settle((job) => job.reject(new PdfFailed(reason)));
    this.#next();
  }
}
