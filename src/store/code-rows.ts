import { type CodeRow, codeSchemas } from './code-row.ts';
import { inGroups, newCode, readCode } from './codes.ts';
import type { JourneyKey, JourneyRows, OpenedRow } from './journey-rows.ts';
import { endOf } from './keep-for.ts';
import { codeRowKey, newJourneyKey } from './keys.ts';
import type { Lifetimes, ListedCode } from './lifetimes.ts';
import { FIRST_VERSION, type Rows } from './rows.ts';
import { insertRow, openRow } from './sealed-row.ts';

/** The row of each code. */
export type CodeRows = ReturnType<typeof createCodeRows>;

/** @param peppers the first seals; a code made under an older one keeps it until its last day */
export function createCodeRows(
  rows: Rows,
  peppers: readonly [Buffer, ...Buffer[]],
  journeyRows: JourneyRows,
  { isWorking }: Lifetimes,
) {
  /** The journey that a code opens. The journey's list decides: a stopped code is no longer in it. */
  async function openUnder(pepper: Buffer, code: string): Promise<OpenedRow | undefined> {
    const at = codeRowKey(code, pepper);
    const found = await openRow(rows, at, codeSchemas);
    // An unknown code looks up a journey too, so that it takes as long as an expired one.
    const opened = await journeyRows.open(
      found?.value ?? { id: '', key: newJourneyKey().toString('base64url') },
    );
    const isListed = opened?.row.codes.some((each) => each.rowId === at.rowId && isWorking(each));
    return isListed ? opened : undefined;
  }

  return {
    /** Makes a code, which opens nothing until its journey lists it. */
    async make(journey: JourneyKey, day: string): Promise<{ code: string; listed: ListedCode }> {
      const code = newCode();
      const at = codeRowKey(code, peppers[0]);
      await insertRow<CodeRow>(rows, at, { id: journey.id, key: journey.key }, endOf(day), 'open');
      return { code: inGroups(code), listed: { rowId: at.rowId, day } };
    },
    /** The journey of a typed code. Text that cannot be a code is looked up like an unknown one. */
    async open(typed: string): Promise<OpenedRow | undefined> {
      const code = readCode(typed) ?? newCode();
      for (const pepper of peppers) {
        const opened = await openUnder(pepper, code);
        if (opened) return opened;
      }
      return undefined;
    },
    /** Extends the rows of codes to the end of their days, for which the codes themselves are not needed. */
    async prolong(codes: readonly ListedCode[]): Promise<void> {
      for (const { rowId, day } of codes) await rows.touch(rowId, endOf(day));
    },
    /** Erases codes that no journey lists any more. Any left over open nothing and expire by themselves. */
    async delete(codes: readonly ListedCode[]): Promise<void> {
      for (const { rowId } of codes) await rows.delete(rowId, FIRST_VERSION).catch(() => undefined);
    },
  };
}
