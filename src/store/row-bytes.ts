import type { Row } from './rows.ts';

/** A row as stored in LevelDB: its expiry, version and bytes. */
export interface DatedRow extends Row {
  readonly until: number;
}

const UNTIL_BYTES = 8;
const HEAD_BYTES = UNTIL_BYTES + 4;

/** The row as one value. */
export function packRow({ until, version, bytes }: DatedRow): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeDoubleBE(until);
  head.writeUInt32BE(version, UNTIL_BYTES);
  return Buffer.concat([head, bytes]);
}

/** The row of a value; undefined if it is too short. */
export function unpackRow(value: Buffer): DatedRow | undefined {
  if (value.length < HEAD_BYTES) return undefined;
  return {
    until: value.readDoubleBE(),
    version: value.readUInt32BE(UNTIL_BYTES),
    bytes: value.subarray(HEAD_BYTES),
  };
}
