import { randomBytes } from 'node:crypto';

export type Random = (size: number) => Buffer;

export const trueRandom: Random = (size) => randomBytes(size);

const SECRET_BYTES = 32;
const ID_BYTES = 9;
const CODE_LENGTH = 16;
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Nobody types more than this by mistake; what is longer is not worth cleaning. */
const LONGEST_TYPED_CODE = 100;

/** What lives in the browser's cookie alone. */
export function newSecret(random: Random): string {
  return random(SECRET_BYTES).toString('base64url');
}

/** The bytes of a secret; undefined where it cannot be one of ours. */
export function secretBytes(secret: string | undefined): Buffer | undefined {
  if (typeof secret !== 'string' || !/^[\w-]{43}$/.test(secret)) return undefined;
  const bytes = Buffer.from(secret, 'base64url');
  // The last character has bits to spare: one secret, one spelling.
  return bytes.toString('base64url') === secret ? bytes : undefined;
}

/** Public, and useless without the secret: it tells the journeys of one browser apart. */
export function newJourneyId(random: Random): string {
  return random(ID_BYTES).toString('base64url');
}

export function isJourneyId(id: unknown): id is string {
  return typeof id === 'string' && /^[\w-]{12,16}$/.test(id);
}

/** 16 characters of Crockford's base32: 80 random bits, so that guessing needs no slow hash against it. */
export function newCode(random: Random): string {
  return [...random(CODE_LENGTH)].map((byte) => CROCKFORD.charAt(byte & 31)).join('');
}

/** In fours, which people can read out and copy. */
export function forPeople(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** What the person typed as the code that we gave; undefined where it cannot be one. */
export function readCode(typed: unknown): string | undefined {
  if (typeof typed !== 'string' || typed.length > LONGEST_TYPED_CODE) return undefined;
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}\p{Cf}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return code.length === CODE_LENGTH && [...code].every((each) => CROCKFORD.includes(each))
    ? code
    : undefined;
}
