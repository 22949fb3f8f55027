import type { Row } from './rows.ts';

/** A row as it stands in LevelDB: when it expires, its version, its bytes. */
export interface LevelRow extends Row {
  readonly expires: number;
}

const EXPIRES_BYTES = 8;
const HEAD_BYTES = EXPIRES_BYTES + 4;

export function packed({ expires, version, bytes }: LevelRow): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeDoubleBE(expires);
  head.writeUInt32BE(version, EXPIRES_BYTES);
  return Buffer.concat([head, bytes]);
}

/** Undefined for what is too short to be ours. */
export function unpacked(value: Buffer): LevelRow | undefined {
  if (value.length < HEAD_BYTES) return undefined;
  return {
    expires: value.readDoubleBE(),
    version: value.readUInt32BE(EXPIRES_BYTES),
    bytes: value.subarray(HEAD_BYTES),
  };
}
