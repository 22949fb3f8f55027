import { randomBytes } from 'node:crypto';

const CODE_LENGTH = 16;
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Nobody types more than this by mistake; what is longer is not worth cleaning. */
const LONGEST_TYPED = 100;

/** 16 characters of Crockford's base32: 80 random bits. */
export function newCode(): string {
  return [...randomBytes(CODE_LENGTH)].map((byte) => CROCKFORD.charAt(byte & 31)).join('');
}

/** In groups of four, which people can read out and copy. */
export function inGroups(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * The code that somebody typed; undefined where it cannot be one. Case, spaces and dashes do not matter, and O, I and L
 * are read as the digits that they look like.
 */
export function readCode(typed: string): string | undefined {
  if (typed.length > LONGEST_TYPED) return undefined;
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
