import type { Redis } from 'ioredis';

/**
 * Warnings about Redis settings that may lose answers, as codes for the log: rows dropped when memory is
 * full, or lost at a restart. Empty if there are none.
 */
export async function redisWarnings(redis: Redis): Promise<readonly string[]> {
  let settings: ReadonlyMap<string, string>;
  try {
    const names = ['maxmemory-policy', 'appendonly', 'save'] as const;
    const answers = await Promise.all(names.map((name) => redis.config('GET', name)));
    settings = new Map(answers.map((answer) => answer as [string, string]));
  } catch {
    // A hosted Redis may not allow CONFIG.
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
