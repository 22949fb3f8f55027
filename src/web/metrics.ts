import { Counter, Histogram, Registry } from 'prom-client';
import type { LetterId } from '../questionnaire/questions/people.ts';

/** Smaller counts could show one person's use, so they are left out. */
const LEAST_SHOWN = 5;

/** How a letter is read or downloaded. */
export type LetterFormat = 'page' | 'pdf' | 'docx' | 'txt';

/** What is counted of one response. */
interface ObservedResponse {
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
}

/** Counts by route pattern, never by address, with nothing from the answers except the kind of letter. */
export class Metrics {
  readonly #registry = new Registry();
  readonly contentType = this.#registry.contentType;
  readonly #requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests by route pattern, method and status',
    labelNames: ['route', 'method', 'status'],
    registers: [this.#registry],
  });
  readonly #seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer, by route pattern',
    labelNames: ['route'],
    registers: [this.#registry],
  });
  readonly #letters = new Counter({
    name: 'letters_total',
    help: 'Letters shown or downloaded, by kind and format',
    labelNames: ['kind', 'format'],
    registers: [this.#registry],
  });
  readonly #started = new Counter({
    name: 'journeys_started_total',
    help: 'Journeys begun',
    registers: [this.#registry],
  });
  readonly #finished = new Counter({
    name: 'journeys_finished_total',
    help: 'Journeys that somebody ended and deleted',
    registers: [this.#registry],
  });

  request({ route, method, status, seconds }: ObservedResponse): void {
    this.#requests.inc({ route, method, status });
    this.#seconds.observe({ route }, seconds);
  }

  letter(kind: LetterId, format: LetterFormat): void {
    this.#letters.inc({ kind, format });
  }

  started(): void {
    this.#started.inc();
  }

  finished(journeys: number): void {
    this.#finished.inc(journeys);
  }

  /** The metrics in Prometheus's format, without the small counts. */
  async text(): Promise<string> {
    return withoutSmallCounts(await this.#registry.metrics());
  }
}

/** Leaves out samples with small counts, and the sums of time that belong to them. */
function withoutSmallCounts(text: string): string {
  const lines = text.split('\n');
  const seriesOf = (line: string) => line.slice(0, line.lastIndexOf(' '));
  const values = new Map(lines.map((line) => [seriesOf(line), Number(line.slice(line.lastIndexOf(' ')))]));
  const isShown = (line: string) => {
    if (line === '' || line.startsWith('#')) return true;
    const counted = seriesOf(line).replace(/_sum(?=\{|$)/, '_count');
    return values.get(counted)! >= LEAST_SHOWN;
  };
  return lines.filter(isShown).join('\n');
}
