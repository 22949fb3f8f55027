import { createHash, hkdfSync, randomBytes } from 'node:crypto';

/** The id of a row and the key that opens it. The store only sees the id. */
export interface RowKey {
  readonly rowId: string;
  /** For AES-256. */
  readonly key: Buffer;
}

const ROW_ID_BYTES = 16;
const KEY_BYTES = 32;
const JOURNEY_KEY_BYTES = ROW_ID_BYTES + KEY_BYTES;

/**
 * The row of a browser's session. Its id is a hash of the secret, the usual way to look up session tokens.
 * Only the key depends on the pepper, so that a row can be sealed again under a new pepper in place, in one
 * step.
 */
export function sessionRowKey(secret: Buffer, pepper: Buffer): RowKey {
  const rowId = createHash('sha256')
    .update('session')
    .update(secret)
    .digest('hex')
    .slice(0, 2 * ROW_ID_BYTES);
  return { rowId, key: Buffer.from(hkdfSync('sha256', secret, pepper, 'session', KEY_BYTES)) };
}

/** The row of a code. A code is shorter than a secret, so its id needs the pepper too, against guessing. */
export function codeRowKey(code: string, pepper: Buffer): RowKey {
  return split(Buffer.from(hkdfSync('sha256', code, pepper, 'code', JOURNEY_KEY_BYTES)));
}

/** A journey's own random key, which finds and opens its row. */
export function newJourneyKey(): Buffer {
  return randomBytes(JOURNEY_KEY_BYTES);
}

export function journeyRowKey(journeyKey: Buffer): RowKey {
  return split(journeyKey);
}

/** The row of a letter that was sent. `copyId` is new for each letter, so that no row id is used twice. */
export function letterRowKey(journeyKey: Buffer, entryId: string, copyId: string): RowKey {
  const info = `letter/${copyId}/${entryId}`;
  return split(Buffer.from(hkdfSync('sha256', journeyKey, '', info, JOURNEY_KEY_BYTES)));
}

function split(bytes: Buffer): RowKey {
  return { rowId: bytes.toString('hex', 0, ROW_ID_BYTES), key: bytes.subarray(ROW_ID_BYTES) };
}
