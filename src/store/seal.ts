import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** Where a row stands and what opens it: the store sees the id alone. */
export interface Slot {
  readonly rowId: string;
  readonly key: Buffer;
}

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES;
const ROW_ID_BYTES = 16;
const KEY_BYTES = 32;
const STEP_BYTES = 1024;

/** The row id and the key that a secret has for one purpose. Neither tells the other, nor the secret. */
export function slotFor(secret: Buffer, pepper: Buffer, purpose: string): Slot {
  const bytes = hkdf(secret, pepper, purpose);
  return {
    rowId: bytes.toString('hex', 0, ROW_ID_BYTES),
    key: bytes.subarray(ROW_ID_BYTES, ROW_ID_BYTES + KEY_BYTES),
  };
}

/** 64 bytes of HKDF with SHA-256 (RFC 5869). In Node 20 `hkdfSync` costs a page several times as much as its hashes do. */
function hkdf(secret: Buffer, salt: Buffer, info: string): Buffer {
  const extracted = createHmac('sha256', salt).update(secret).digest();
  const first = createHmac('sha256', extracted).update(info).update('\u0001').digest();
  const second = createHmac('sha256', extracted).update(first).update(info).update('\u0002').digest();
  return Buffer.concat([first, second]);
}

/** Seals a value: version byte, iv, ciphertext, tag. */
export function seal(slot: Slot, value: unknown): Buffer {
  const json = Buffer.from(JSON.stringify(value));
  // JSON ignores spaces at its end; in steps, the size of a row tells nothing of what was typed.
  const padded = Buffer.alloc(Math.ceil(json.length / STEP_BYTES) * STEP_BYTES, ' ');
  json.copy(padded);
  const head = Buffer.concat([Buffer.of(VERSION), freshIv()]);
  const cipher = createCipheriv('aes-256-gcm', slot.key, head.subarray(1), { authTagLength: TAG_BYTES });
  cipher.setAAD(additionalData(slot));
  return Buffer.concat([head, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
}

let drawn = Buffer.alloc(0);

/** Random bytes that were never used. To draw twelve costs as much as to draw thousands, so they are drawn ahead. */
function freshIv(): Buffer {
  if (drawn.length === 0) drawn = randomBytes(256 * IV_BYTES);
  const iv = drawn.subarray(0, IV_BYTES);
  drawn = drawn.subarray(IV_BYTES);
  return iv;
}

/** What was sealed; undefined for whatever was not sealed in this slot, or was changed since. */
export function open(slot: Slot, bytes: Buffer): unknown {
  if (bytes.length < HEAD_BYTES + TAG_BYTES || bytes[0] !== VERSION) return undefined;
  const end = bytes.length - TAG_BYTES;
  const iv = bytes.subarray(1, HEAD_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', slot.key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(additionalData(slot));
  decipher.setAuthTag(bytes.subarray(end));
  try {
    const plain = decipher.update(bytes.subarray(HEAD_BYTES, end));
    // Adds nothing in this mode, but throws where the tag does not fit.
    decipher.final();
    return JSON.parse(plain.toString()) as unknown;
  } catch {
    return undefined;
  }
}

/** With the row id in it, a row moved to another id does not open there. */
const additionalData = ({ rowId }: Slot): Buffer => Buffer.from(`0${VERSION}${rowId}`, 'hex');
