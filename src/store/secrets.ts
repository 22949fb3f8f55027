import { randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;
const ID_BYTES = 9;

/** A new secret, which only the browser's cookie holds. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** The bytes of a secret; undefined if it cannot be one of ours. */
export function secretBytes(secret: string | undefined): Buffer | undefined {
  if (secret === undefined || !/^[\w-]{43}$/.test(secret)) return undefined;
  const bytes = Buffer.from(secret, 'base64url');
  // The last character has unused bits, so other spellings of the same bytes are refused.
  return bytes.toString('base64url') === secret ? bytes : undefined;
}

/** An id for an address. It opens nothing; it only distinguishes the journeys of one browser. */
export function newId(): string {
  return randomBytes(ID_BYTES).toString('base64url');
}
