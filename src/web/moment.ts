import { setTimeout as pause } from 'node:timers/promises';

/** How long a page that can do without the store waits for it. */
const MOMENT_MS = 300;

/** The value of a promise if it resolves within a moment; otherwise the fallback. */
export async function withinMoment<T>(promise: Promise<T>, fallback: T): Promise<T> {
  const over = new AbortController();
  const late = pause(MOMENT_MS, fallback, { signal: over.signal }).catch(() => fallback);
  try {
    return await Promise.race([promise.catch(() => fallback), late]);
  } finally {
    over.abort();
  }
}
