import { randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;
const ID_BYTES = 9;

/** What the browser's cookie alone holds. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** The bytes of a secret; undefined where it cannot be one of ours. */
export function secretBytes(secret: string | undefined): Buffer | undefined {
  if (secret === undefined || !/^[\w-]{43}$/.test(secret)) return undefined;
  const bytes = Buffer.from(secret, 'base64url');
  // The last character has bits to spare: one secret, one spelling.
  return bytes.toString('base64url') === secret ? bytes : undefined;
}

/** An id for an address. It opens nothing: it tells the journeys of one browser apart. */
export function newId(): string {
  return randomBytes(ID_BYTES).toString('base64url');
}
