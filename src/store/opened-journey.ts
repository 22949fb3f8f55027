import type { CodeRows } from './code-rows.ts';
import { changeEntry, choose, deleteEntries, insertEntry, keepAnswer, keepDraft } from './changes.ts';
import type { Ended, Entry, FormInput, Journey, Written } from './journey.ts';
import { lastOpenedOf, type JourneyRow, workingDays } from './journey-row.ts';
import { type Before, type Change, type JourneyRows, letterRow, type OpenedRow } from './journey-rows.ts';
import { endOf, type KeepFor, lastDay } from './keep-for.ts';
import { letterSchemas } from './letter-row.ts';
import type { Lifetimes, ListedCode } from './lifetimes.ts';
import { FIRST_VERSION, type Rows } from './rows.ts';
import { insertRow, openRow } from './sealed-row.ts';
import { newId } from './secrets.ts';

const MOST_CODES = 20;

/** What a journey needs from the store. */
export interface JourneyParts {
  readonly rows: Rows;
  readonly journeyRows: JourneyRows;
  readonly codeRows: CodeRows;
  readonly lifetimes: Lifetimes;
  /** Removes the journey from the session that opened it. */
  readonly leave: () => Promise<unknown>;
}

/** A journey that a browser has opened. Its key is in a private field, so nothing prints or serialises it. */
export class OpenedJourney implements Journey {
  readonly id: string;
  readonly answers: JourneyRow['answers'];
  readonly drafts: JourneyRow['offered'];
  readonly choices: JourneyRow['choices'];
  readonly entries: JourneyRow['entries'];
  readonly codes: readonly string[];
  readonly sentLetters: readonly string[];
  readonly lastOpened: number;
  readonly lastUsed: number;
  readonly #opened: OpenedRow;
  readonly #parts: JourneyParts;

  constructor(opened: OpenedRow, parts: JourneyParts) {
    const { at, row } = opened;
    ({ answers: this.answers, offered: this.drafts, choices: this.choices, entries: this.entries } = row);
    this.id = at.id;
    this.codes = workingDays(row, parts.lifetimes);
    this.sentLetters = row.letters.map(({ entryId }) => entryId);
    this.lastOpened = lastOpenedOf(row);
    this.lastUsed = row.used;
    this.#opened = opened;
    this.#parts = parts;
  }

  async #change(change: Change, before?: Before): Written {
    const written = await this.#parts.journeyRows.change(this.#opened, change, before);
    return written === 'gone' ? written : new OpenedJourney(written, this.#parts);
  }

  answer(slug: string, input: FormInput): Written {
    return this.#change(keepAnswer(slug, input));
  }

  putAside(slug: string, input: FormInput): Written {
    return this.#change(keepDraft(slug, input));
  }

  choose(name: string, values: readonly string[]): Written {
    return this.#change(choose(name, values));
  }

  addEntry(entry: Entry, forgotten?: readonly string[]): Written {
    return this.#change(insertEntry(entry, forgotten));
  }

  changeEntry(entry: Entry): Written {
    return this.#change(changeEntry(entry));
  }

  deleteEntry(entryId: string): Written {
    return this.#deleteEntries((id) => id === entryId);
  }

  deleteEntries(): Written {
    return this.#deleteEntries(() => true);
  }

  async #deleteEntries(isMeant: (entryId: string) => boolean): Written {
    let letters: JourneyRow['letters'] = [];
    const written = await this.#change((row) => {
      letters = row.letters.filter(({ entryId }) => isMeant(entryId));
      return deleteEntries(isMeant)(row);
    });
    const { rows } = this.#parts;
    // No list names them any more; any that cannot be erased now expire by themselves.
    for (const each of letters)
      await rows.delete(letterRow(this.#opened.at, each).rowId, FIRST_VERSION).catch(() => undefined);
    return written;
  }

  async keepLetter(entryId: string, document: unknown): Written {
    const { rows, lifetimes } = this.#parts;
    const { at, row } = this.#opened;
    const letter = { entryId, copyId: newId() };
    const place = letterRow(at, letter);
    await insertRow(rows, place, { document }, lifetimes.unusedUntil(row.used), 'open');
    let isTaken = false;
    const written = await this.#change((current) => {
      isTaken = !current.letters.some((each) => each.entryId === entryId);
      return isTaken ? { ...current, letters: [...current.letters, letter] } : current;
    });
    if (!isTaken || written === 'gone') await rows.delete(place.rowId, FIRST_VERSION).catch(() => undefined);
    return written;
  }

  async letter(entryId: string): Promise<unknown> {
    const { at, row } = this.#opened;
    const kept = row.letters.find((each) => each.entryId === entryId);
    const opened = kept && (await openRow(this.#parts.rows, letterRow(at, kept), letterSchemas));
    return opened?.value.document;
  }

  async save(keepFor: KeepFor): Promise<{ code: string; until: string } | 'gone' | 'too-many'> {
    const { codeRows, lifetimes } = this.#parts;
    const until = lastDay(keepFor, lifetimes.now());
    const { code, listed } = await codeRows.make(this.#opened.at, until);
    let isListed = false;
    try {
      const written = await this.#change((row) => {
        isListed = row.codes.filter(lifetimes.isWorking).length < MOST_CODES;
        const codes = row.codes.filter(({ day }) => lifetimes.isListed(endOf(day)));
        return isListed ? { ...row, codes: [...codes, listed] } : row;
      });
      if (written !== 'gone' && isListed) return { code, until };
      await codeRows.delete([listed]);
      return written === 'gone' ? written : 'too-many';
    } catch (error) {
      await codeRows.delete([listed]);
      throw error;
    }
  }

  keepLonger(keepFor: KeepFor): Written {
    const { codeRows, lifetimes } = this.#parts;
    const until = lastDay(keepFor, lifetimes.now());
    const longer = (code: ListedCode) =>
      lifetimes.isWorking(code) && code.day < until ? { ...code, day: until } : code;
    // The rows first, as a code must not expire before the day in its journey's list.
    return this.#change(
      (row) => ({ ...row, codes: row.codes.map(longer) }),
      (row) => codeRows.prolong(row.codes.filter(({ day }) => day === until)),
    );
  }

  async stopCodes(): Written {
    let stopped: readonly ListedCode[] = [];
    const written = await this.#change((row) => {
      stopped = row.codes;
      return { ...row, codes: [] };
    });
    await this.#parts.codeRows.delete(stopped);
    return written;
  }

  async end({ keep }: { readonly keep: 'code' | 'nothing' }): Promise<Ended> {
    const { journeyRows, lifetimes, leave } = this.#parts;
    if (keep === 'nothing') {
      await journeyRows.delete(this.#opened, () => false);
      // If this fails, the session names a journey that is gone, which does no harm.
      await leave().catch(() => undefined);
      return { deleted: true };
    }
    await leave();
    const result = await journeyRows.delete(this.#opened, (row) => workingDays(row, lifetimes).length > 0);
    const until = typeof result === 'string' ? undefined : workingDays(result, lifetimes).at(-1);
    return until === undefined ? { deleted: true } : { deleted: false, until };
  }
}
