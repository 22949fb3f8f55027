import type { z } from 'zod';
import type { RowKey } from './keys.ts';
import type { Outcome, Room, Rows } from './rows.ts';
import { seal, unseal } from './seal.ts';

/** The schema of each format that a row of one kind ever had, by its number. */
export type Schemas<T> = Readonly<Record<number, z.ZodType<T>>>;

/** A row as it was opened. */
export interface Opened<T> {
  readonly value: T;
  readonly version: number;
}

/** The value of a sealed row; undefined where the key does not open it, or what is in it is not of this kind. */
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

/** Seals and inserts a row of a fresh id. */
export async function insertRow<T>(
  rows: Rows,
  at: RowKey,
  value: T,
  until: number,
  room: Room,
): Promise<void> {
  if (!(await rows.insert(at.rowId, seal(at, value), until, room)))
    throw new Error('a fresh row id was taken');
}

/** Seals a row anew, where it still has that version. */
export function replaceRow<T>(
  rows: Rows,
  at: RowKey,
  version: number,
  value: T,
  until: number,
): Promise<Outcome> {
  return rows.replace(at.rowId, version, seal(at, value), until);
}
