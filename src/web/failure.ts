import type { Response } from 'express';
import { isStoreError } from '../store/errors.ts';

/** Why a request failed, for its line in the log: names, codes and places in our code, never user input. */
export interface Failure {
  readonly error?: string;
  readonly cause?: string;
  readonly at?: string | undefined;
}

/** Adds the reason for a failure to the request's line in the log. */
export function noteFailure({ locals }: Response, failure: Failure): void {
  locals.failure = failure;
}

export const failureOf = ({ locals }: Response): Failure | undefined => locals.failure as Failure | undefined;

/** What the log may say about an error. */
export function failureFrom(error: unknown): Failure {
  if (isStoreError(error)) return { error: error.name, cause: error.code };
  return { error: error instanceof Error ? error.name : 'unknown', at: frameOf(error) };
}

/** The place in our code. The message is cut off first, as it could contain user input. */
function frameOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { message, stack = '' } = error;
  return /\n\s+at (.+)/.exec(stack.slice(stack.indexOf(message) + message.length))?.[1];
}
