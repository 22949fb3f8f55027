import { untilNoConflict } from './compare-and-set.ts';
import { StoreFull } from './errors.ts';
import type { JourneyKey } from './journey-rows.ts';
import { type RowKey, sessionRowKey } from './keys.ts';
import type { Lifetimes } from './lifetimes.ts';
import type { Outcome, Rows } from './rows.ts';
import { insertRow, readSealed, replaceRow } from './sealed-row.ts';
import { newSecret, secretBytes } from './secrets.ts';
import { type HeldJourney, type SessionRow, sessionSchemas } from './session-row.ts';

/** Far more than an advocate's day. Without a limit, one browser could make its row ever larger. */
const MOST_JOURNEYS = 50;

/** A browser's opened session. */
export interface OpenedSession {
  readonly at: RowKey;
  readonly version: number;
  /** All listed journeys, including expired ones. */
  readonly journeys: readonly HeldJourney[];
}

/** The session row of each browser. */
export type Sessions = ReturnType<typeof createSessions>;

/** @param peppers the first seals; the others open what they sealed before, until its next write */
export function createSessions(rows: Rows, peppers: readonly [Buffer, ...Buffer[]], lifetimes: Lifetimes) {
  const { now, unusedUntil, isListed } = lifetimes;
  const isHeld = ({ used }: HeldJourney) => unusedUntil(used) > now();

  async function open(secret: string | undefined): Promise<OpenedSession | undefined> {
    const bytes = secretBytes(secret);
    if (!bytes) return undefined;
    const at = sessionRowKey(bytes, peppers[0]);
    const row = await rows.get(at.rowId);
    if (!row) return undefined;
    for (const pepper of peppers) {
      const key = pepper === peppers[0] ? at : sessionRowKey(bytes, pepper);
      const value = readSealed(key, row.bytes, sessionSchemas);
      if (value) return { at, version: row.version, journeys: value.journeys };
    }
    return undefined;
  }

  /** Writes a session's journeys, or deletes its row if none is left. */
  function write({ at, version }: OpenedSession, journeys: HeldJourney[]): Promise<Outcome> {
    if (journeys.length === 0) return rows.delete(at.rowId, version);
    return replaceRow<SessionRow>(rows, at, version, { journeys }, endOf(journeys));
  }
  const endOf = (journeys: HeldJourney[]) => Math.max(...journeys.map(({ used }) => unusedUntil(used)));

  function change(
    secret: string,
    change: (journeys: readonly HeldJourney[]) => readonly HeldJourney[],
  ): Promise<Outcome> {
    return untilNoConflict(async () => {
      const session = await open(secret);
      if (!session) return 'gone';
      const journeys = change(session.journeys);
      return write(
        session,
        journeys.filter(({ used }) => isListed(unusedUntil(used))),
      );
    });
  }
  const withJourney = (journeys: readonly HeldJourney[], { id, key }: JourneyKey): readonly HeldJourney[] => {
    const others = journeys.filter((each) => each.id !== id);
    if (others.filter(isHeld).length >= MOST_JOURNEYS) throw new StoreFull('JOURNEYS_OF_BROWSER');
    return [...others, { id, key, used: now() }];
  };

  return {
    open,
    /** A journey that this session still holds. */
    find: (session: OpenedSession, id: string): HeldJourney | undefined =>
      session.journeys.find((each) => each.id === id && isHeld(each)),
    /** Each journey that this session still holds, the last used first. */
    held: (session: OpenedSession): readonly HeldJourney[] =>
      session.journeys.filter(isHeld).sort((one, other) => other.used - one.used),

    /**
     * Adds a journey to this browser's session, or records that it was used. A secret that opens no session
     * is replaced by a fresh one, so that no row is ever made from a secret that a client chose.
     * @returns the secret of the session that holds it
     * @throws StoreFull if this browser holds 50 already
     */
    async add(secret: string | undefined, journey: JourneyKey): Promise<string> {
      const outcome =
        secret === undefined ? 'gone' : await change(secret, (journeys) => withJourney(journeys, journey));
      if (secret !== undefined && outcome === 'done') return secret;
      const fresh = newSecret();
      const journeys = [...withJourney([], journey)];
      const at = sessionRowKey(Buffer.from(fresh, 'base64url'), peppers[0]);
      await insertRow<SessionRow>(rows, at, { journeys }, endOf(journeys), 'open');
      return fresh;
    },
    /** Records that a journey was used, if the session still lists it. */
    use: (secret: string, id: string): Promise<Outcome> =>
      change(secret, (journeys) =>
        journeys.map((each) => (each.id === id ? { ...each, used: now() } : each)),
      ),
    /** Removes a journey from the session. */
    remove: (secret: string, id: string): Promise<Outcome> =>
      change(secret, (journeys) => journeys.filter((each) => each.id !== id)),
    /** Deletes the row if it still has the version that was opened. */
    delete: ({ at, version }: OpenedSession): Promise<Outcome> => rows.delete(at.rowId, version),
  };
}
