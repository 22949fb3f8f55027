import type { Response } from 'express';
import { StoreFull, StoreUnavailable } from '../store/errors.ts';

/** Why a request failed, for its line in the log: names, codes and places in our code, nothing that was typed. */
export interface Failure {
  readonly error?: string;
  readonly cause?: string;
  readonly at?: string | undefined;
}

/** Has the request's line in the log say why it failed. */
export function noteFailure({ locals }: Response, failure: Failure): void {
  locals.failure = failure;
}

export const failureOf = ({ locals }: Response): Failure | undefined => locals.failure as Failure | undefined;

export const isOfStore = (error: unknown): error is StoreFull | StoreUnavailable =>
  error instanceof StoreFull || error instanceof StoreUnavailable;

/** What the log may tell of an error. */
export function failureFrom(error: unknown): Failure {
  if (isOfStore(error)) return { error: error.name, cause: error.code };
  return { error: error instanceof Error ? error.name : 'unknown', at: frameOf(error) };
}

/** Where in our code it happened: the message, which could hold what somebody typed, is cut off before we look. */
function frameOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { message, stack = '' } = error;
  return /\n\s+at (.+)/.exec(stack.slice(stack.indexOf(message) + message.length))?.[1];
}
