import { hkdfSync, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { slotFor } from '../../src/store/seal.ts';

it('a row id and its key are HKDF with SHA-256, as node:crypto makes it', () => {
  for (let times = 0; times < 20; times += 1) {
    const [secret, pepper] = [randomBytes(32), randomBytes(32)];
    const purpose = `purpose ${times} é`;
    const bytes = Buffer.from(hkdfSync('sha256', secret, pepper, purpose, 48));
    expect(slotFor(secret, pepper, purpose)).toEqual({
      rowId: bytes.toString('hex', 0, 16),
      key: bytes.subarray(16),
    });
  }
});
