import type { z } from 'zod';
import type { RowKey } from './keys.ts';
import type { Outcome, Room, Rows } from './rows.ts';
import { seal, unseal } from './seal.ts';

/** The schema of every format that a kind of row has had, by its number. */
export type Schemas<T> = Readonly<Record<number, z.ZodType<T>>>;

/** An opened row. */
export interface Opened<T> {
  readonly value: T;
  readonly version: number;
}

/** The value of a sealed row; undefined if the key does not open it, or its value does not fit the schema. */
export function readSealed<T>(at: RowKey, bytes: Buffer, schemas: Schemas<T>): T | undefined {
  const unsealed = unseal(at, bytes);
  return unsealed && schemas[unsealed.format]?.safeParse(unsealed.value).data;
}

/** Gets and opens a row. */
export async function openRow<T>(
  rows: Rows,
  at: RowKey,
  schemas: Schemas<T>,
): Promise<Opened<T> | undefined> {
  const row = await rows.get(at.rowId);
  const value = row && readSealed(at, row.bytes, schemas);
  return row && value !== undefined ? { value, version: row.version } : undefined;
}

/**
 * Seals and inserts a row with a fresh id.
 * @throws Error if the id is taken
 */
export async function insertRow<T>(
  rows: Rows,
  at: RowKey,
  value: T,
  until: number,
  room: Room,
): Promise<void> {
  if (!(await rows.insert(at.rowId, seal(at, value), until, room)))
    throw new Error('a fresh row id is already in use');
}

/** Seals a new value for a row, if it still has that version. */
export function replaceRow<T>(
  rows: Rows,
  at: RowKey,
  version: number,
  value: T,
  until: number,
): Promise<Outcome> {
  return rows.replace(at.rowId, version, seal(at, value), until);
}
