import type { Redis } from 'ioredis';

/**
 * What Redis's settings may lose, as codes for the log: it drops rows when its memory is full, or forgets them when it
 * is started anew. Empty where neither is so.
 */
export async function redisWarnings(redis: Redis): Promise<readonly string[]> {
  let settings: ReadonlyMap<string, string>;
  try {
    const names = ['maxmemory-policy', 'appendonly', 'save'] as const;
    const answers = await Promise.all(names.map((name) => redis.config('GET', name)));
    settings = new Map(answers.map((answer) => answer as [string, string]));
  } catch {
    // A Redis that somebody else runs may not tell.
    return ['REDIS_SETTINGS_UNKNOWN'];
  }
  const policy = settings.get('maxmemory-policy');
  const isForgetful = settings.get('appendonly') === 'no';
  return [
    policy !== 'noeviction' && 'REDIS_DROPS_ROWS_WHEN_FULL',
    isForgetful && settings.get('save') === '' && 'REDIS_FORGETS_AT_RESTART',
    isForgetful && settings.get('save') !== '' && 'REDIS_MAY_LOSE_MINUTES',
  ].filter((code) => typeof code === 'string');
}
