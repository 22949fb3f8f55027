import { createHash, hkdfSync, randomBytes } from 'node:crypto';

/** Where a row is, and what opens it: the store sees the id alone. */
export interface RowKey {
  readonly rowId: string;
  /** For AES-256. */
  readonly key: Buffer;
}

const ROW_ID_BYTES = 16;
const KEY_BYTES = 32;
const JOURNEY_KEY_BYTES = ROW_ID_BYTES + KEY_BYTES;

/**
 * The row of a browser's session. Its id is a hash of the secret, as tokens of sessions are usually looked up. The
 * pepper is in the key alone, so that a row is sealed anew under a new pepper where it is, in one step.
 */
export function sessionRowKey(secret: Buffer, pepper: Buffer): RowKey {
  const rowId = createHash('sha256')
    .update('session')
    .update(secret)
    .digest('hex')
    .slice(0, 2 * ROW_ID_BYTES);
  return { rowId, key: Buffer.from(hkdfSync('sha256', secret, pepper, 'session', KEY_BYTES)) };
}

/** The row of a code. A code is shorter than a secret, so the pepper is in the id too: without it nobody can try codes. */
export function codeRowKey(code: string, pepper: Buffer): RowKey {
  return split(Buffer.from(hkdfSync('sha256', code, pepper, 'code', JOURNEY_KEY_BYTES)));
}

/** A journey's own random key: with it, and with nothing else, its row is found and opened. */
export function newJourneyKey(): Buffer {
  return randomBytes(JOURNEY_KEY_BYTES);
}

export function journeyRowKey(journeyKey: Buffer): RowKey {
  return split(journeyKey);
}

/** The row of a letter that was sent. `copyId` is new for each letter, so that an id is never used again. */
export function letterRowKey(journeyKey: Buffer, entryId: string, copyId: string): RowKey {
  const info = `letter/${copyId}/${entryId}`;
  return split(Buffer.from(hkdfSync('sha256', journeyKey, '', info, JOURNEY_KEY_BYTES)));
}

function split(bytes: Buffer): RowKey {
  return { rowId: bytes.toString('hex', 0, ROW_ID_BYTES), key: bytes.subarray(ROW_ID_BYTES) };
}
