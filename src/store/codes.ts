import { randomBytes } from 'node:crypto';

const CODE_LENGTH = 16;
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Longer than any typed code, even with mistakes; longer text is not cleaned. */
const LONGEST_TYPED = 100;

/** A new code: 16 characters of Crockford's base32, 80 random bits. */
export function newCode(): string {
  return [...randomBytes(CODE_LENGTH)].map((byte) => CROCKFORD.charAt(byte & 31)).join('');
}

/** The code in groups of four, which are easy to read out and copy. */
export function inGroups(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** A label, only before a whole code, as a code may begin with the same letters. */
const LABEL_BEFORE = new RegExp(`^(?:MY|YOUR|THE)?CODE(?:IS)?(?=.{${CODE_LENGTH}}$)`);

/**
 * The code that was typed; undefined if it cannot be one. Case, spaces and marks do not matter, "code:" may
 * come before it, and O, I and L are read as the digits that they look like.
 */
export function readCode(typed: string): string | undefined {
  if (typed.length > LONGEST_TYPED) return undefined;
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(LABEL_BEFORE, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return code.length === CODE_LENGTH && [...code].every((each) => CROCKFORD.includes(each))
    ? code
    : undefined;
}
