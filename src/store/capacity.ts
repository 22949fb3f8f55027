import { StoreFull } from './errors.ts';
import { NEW_SHARE, type Room } from './rows.ts';

/**
 * Refuses a write that would grow the store beyond its limit. A write that does not grow it is always
 * allowed.
 * @throws StoreFull
 */
export function checkCapacity(taken: number, growth: number, maxBytes: number, room: Room): void {
  const limit = room === 'new' ? maxBytes * NEW_SHARE : maxBytes;
  if (growth > 0 && taken + growth > limit) throw new StoreFull('STORE_LIMIT');
}
