import type { PageName } from '../content/pages.ts';

const STATUS = {
  refused: 403,
  'bad-request': 400,
  'not-found': 404,
  gone: 410,
  'too-large': 413,
  'too-many': 429,
  'letter-too-long': 413,
  'pdf-busy': 503,
  problem: 500,
  unavailable: 503,
} as const satisfies Partial<Record<PageName, number>>;

export type ErrorPage = keyof typeof STATUS;

/** A request that cannot be served, with the page that says why. */
export class HttpError extends Error {
  readonly status: number;

  constructor(
    readonly page: ErrorPage,
    status: number = STATUS[page],
  ) {
    super(page);
    this.status = status;
  }
}
