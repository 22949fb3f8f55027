import { StoreFull, StoreUnavailable } from './errors.ts';

/** The words that begin errors of Redis and Valkey. If a script failed, other words come before them. */
const WORDS =
  /\b(OOM|READONLY|NOREPLICAS|WRONGPASS|NOAUTH|NOPERM|LOADING|MISCONF|BUSY|CLUSTERDOWN|MASTERDOWN|MOVED|ERR)\b/;

/** The log's code for an error of Redis or its connection. The message could repeat the command. */
export function redisCode(error: unknown): string {
  const { message = '', code } = error as { message?: string; code?: string };
  if (message === 'Command timed out') return 'REDIS_TIMEOUT';
  const word = WORDS.exec(message)?.[1] ?? code;
  return word ? `REDIS_${word}` : 'REDIS_NOT_CONNECTED';
}

/** The error as one of the store's own. If the connection is down, `lastCode` says why. */
export function storeError(error: unknown, lastCode: string | undefined): StoreFull | StoreUnavailable {
  const code = redisCode(error);
  if (code === 'REDIS_OOM') return new StoreFull(code);
  return new StoreUnavailable(code === 'REDIS_NOT_CONNECTED' ? (lastCode ?? code) : code);
}
