import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { RowKey } from './keys.ts';

/** The current format, the first byte of a row. Rows of earlier formats still open. */
export const FORMAT = 1;

const CIPHER = 'aes-256-gcm';
const VECTOR_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + VECTOR_BYTES;
const STEP_BYTES = 1024;

/** Seals a value as one row: format number, vector, ciphertext, tag. */
export function seal(at: RowKey, value: unknown): Buffer {
  const json = Buffer.from(JSON.stringify(value));
  // Padded with spaces, which JSON ignores, so that a row's size says little about what was typed.
  const padded = Buffer.alloc(Math.ceil(json.length / STEP_BYTES) * STEP_BYTES, ' ');
  json.copy(padded);
  const vector = randomBytes(VECTOR_BYTES);
  const cipher = createCipheriv(CIPHER, at.key, vector, { authTagLength: TAG_BYTES });
  cipher.setAAD(additionalData(FORMAT, at));
  return Buffer.concat([
    Buffer.of(FORMAT),
    vector,
    cipher.update(padded),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

/** The sealed value with its format; undefined if it was not sealed for this row, or was changed since. */
export function unseal(at: RowKey, bytes: Buffer): { format: number; value: unknown } | undefined {
  const format = bytes[0];
  if (format === undefined || bytes.length < HEAD_BYTES + TAG_BYTES) return undefined;
  const end = bytes.length - TAG_BYTES;
  const vector = bytes.subarray(1, HEAD_BYTES);
  const decipher = createDecipheriv(CIPHER, at.key, vector, { authTagLength: TAG_BYTES });
  decipher.setAAD(additionalData(format, at));
  decipher.setAuthTag(bytes.subarray(end));
  try {
    const plain = Buffer.concat([decipher.update(bytes.subarray(HEAD_BYTES, end)), decipher.final()]);
    return { format, value: JSON.parse(plain.toString()) as unknown };
  } catch {
    return undefined;
  }
}

/** Contains the row's id, so that a row moved to another id does not open there. */
function additionalData(format: number, { rowId }: RowKey): Buffer {
  return Buffer.concat([Buffer.of(format), Buffer.from(rowId, 'hex')]);
}
