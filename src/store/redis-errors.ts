import { StoreFull, StoreUnavailable } from './errors.ts';

/** The words by which Redis and Valkey begin an error, also where a script met it and other words come first. */
const WORDS =
  /\b(OOM|READONLY|NOREPLICAS|WRONGPASS|NOAUTH|NOPERM|LOADING|MISCONF|BUSY|CLUSTERDOWN|MASTERDOWN|MOVED|ERR)\b/;

/** What an error of Redis or of the way to it is called in the log: never its message, which can repeat the command. */
export function redisCode(error: unknown): string {
  const { message = '', code } = error as { message?: string; code?: string };
  if (message === 'Command timed out') return 'REDIS_TIMEOUT';
  const word = WORDS.exec(message)?.[1] ?? code;
  return word ? `REDIS_${word}` : 'REDIS_NOT_CONNECTED';
}

/** The error as the store's own; where the connection itself is away, `lastCode` says why. */
export function storeError(error: unknown, lastCode: string | undefined): StoreFull | StoreUnavailable {
  const code = redisCode(error);
  if (code === 'REDIS_OOM') return new StoreFull(code);
  return new StoreUnavailable(code === 'REDIS_NOT_CONNECTED' ? (lastCode ?? code) : code);
}
