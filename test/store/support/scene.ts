import { expect } from 'vitest';
import { createJourneys, type Journeys } from '../../../src/store/journeys.ts';
import type { Rows } from '../../../src/store/rows.ts';
import { noting } from './noting.ts';
import { DAY, opened, saved } from './open.ts';
import { type Ending, type Run, runInSteps, type Schedule } from './steps.ts';

/** A journey in one browser, with a code or without. */
export interface Scene {
  readonly secret: string;
  readonly id: string;
  readonly code: string | undefined;
}

/** What one work was told by the time it ended. */
export interface Told {
  /** Fields of answers that were confirmed. */
  readonly answered?: string;
  readonly entered?: string;
  /** A code that was shown. */
  readonly code?: string;
  /** The codes were kept longer. */
  readonly longer?: true;
  /** The secret of a browser that used the code. */
  readonly secret?: string;
  /** Cleared: this browser can no longer open the journey. */
  readonly left?: true;
  /** Deleted: nobody can open the journey. */
  readonly deleted?: true;
  readonly stopped?: true;
}

export type Work = (journeys: Journeys, scene: Scene) => Promise<Told>;

const GONE = {} as const;

/** Everything that two people, or two tabs, may do with one journey at once. */
export const WORKS: Readonly<Record<string, Work>> = {
  answer: async (journeys, { secret, id }) => {
    const journey = await journeys.open(secret, id);
    const state = await journey?.answer('later', { later: 'yes' });
    return state && state !== 'gone' ? { answered: 'later' } : GONE;
  },
  'add entry': async (journeys, { secret, id }) => {
    const journey = await journeys.open(secret, id);
    await journey?.keepLetter('e1', { text: 'as it was sent' });
    const entry = { id: 'e1', what: 'sent-letter', addedAt: 1, fields: { letter: 'chaser' } };
    const state = await journey?.addEntry(entry);
    return state && state !== 'gone' ? { entered: 'e1' } : GONE;
  },
  save: async (journeys, { secret, id }) => {
    const journey = await journeys.open(secret, id);
    const made = await journey?.save('28-days');
    return typeof made === 'object' ? { code: made.code } : GONE;
  },
  longer: async (journeys, { secret, id }) => {
    const journey = await journeys.open(secret, id);
    const state = await journey?.keepLonger('3-months');
    return state && state !== 'gone' && state.codes.length > 0 ? { longer: true } : GONE;
  },
  stop: async (journeys, { secret, id }) => {
    const journey = await journeys.open(secret, id);
    const state = await journey?.stopCodes();
    return state && state !== 'gone' ? { stopped: true } : GONE;
  },
  'resume here': async (journeys, { secret, code }) => {
    const taken = code === undefined ? undefined : await journeys.resume(secret, code);
    return taken ? { secret: taken.secret } : GONE;
  },
  'resume elsewhere': async (journeys, { code }) => {
    const taken = code === undefined ? undefined : await journeys.resume(undefined, code);
    return taken ? { secret: taken.secret } : GONE;
  },
  clear: async (journeys, { secret }) => {
    await journeys.clear(secret);
    return { left: true };
  },
  'delete all': async (journeys, { secret }) => {
    const { deleted } = await journeys.deleteAll(secret);
    return deleted > 0 ? { left: true, deleted: true } : { left: true };
  },
  'end with its code': async (journeys, { secret, id }) => {
    const journey = await journeys.open(secret, id);
    const ended = await journey?.end({ keep: 'code' });
    return ended?.deleted ? { deleted: true } : GONE;
  },
  'end with nothing': async (journeys, { secret, id }) => {
    const journey = await journeys.open(secret, id);
    return (await journey?.end({ keep: 'nothing' })) ? { deleted: true } : GONE;
  },
};

/** The works that delete a journey, and all those that may end it in a browser. */
const DELETES = ['delete all', 'end with nothing'];
const ENDS = ['clear', 'end with its code', ...DELETES];

/** A real store, with its clock, and `later` if a test can move the clock. */
export interface Stage {
  readonly rows: Rows;
  readonly pepper: Buffer;
  readonly now: () => number;
  readonly later?: (ms: number) => void;
}

/** Runs two works on one new journey in steps, and checks that every promise was kept. */
export async function playScene(
  stage: Stage,
  names: readonly [string, string],
  hasCode: boolean,
  schedule: Schedule,
): Promise<Run<Told>> {
  const { pepper, now } = stage;
  const ids: string[] = [];
  const over = (rows: Rows) => createJourneys({ rows: noting(rows, [], ids), pepper, hours: 24, now });
  const journeys = over(stage.rows);
  const started = await journeys.start(undefined, { answers: { first: { first: 'yes' } } });
  const code = hasCode ? (await saved(await opened(journeys, started))).code : undefined;
  const scene: Scene = { ...started, code };
  const works = names.map((name) => (rows: Rows) => WORKS[name]!(over(rows), scene));
  const run = await runInSteps(stage.rows, [works[0]!, works[1]!], schedule);
  if (run.endings) await check(stage, journeys, scene, names, run.endings, ids);
  return run;
}

async function check(
  { rows, later }: Stage,
  journeys: Journeys,
  scene: Scene,
  names: readonly [string, string],
  endings: readonly Ending<Told>[],
  ids: readonly string[],
): Promise<void> {
  for (const ending of endings) if (ending !== 'died' && 'error' in ending) throw ending.error;
  const chosenAnswers = endings.flatMap((ending) =>
    ending !== 'died' && 'value' in ending ? [ending.value] : [],
  );
  const does = (some: readonly string[]) => names.some((name) => some.includes(name));
  const isTold = (name: keyof Told) => chosenAnswers.some((each) => each[name] !== undefined);

  const here = await journeys.open(scene.secret, scene.id);
  const codes = [scene.code, ...chosenAnswers.map((each) => each.code)].filter((code) => code !== undefined);
  const byCode = await Promise.all(
    codes.map(async (code) => {
      const taken = await journeys.resume(undefined, code);
      return taken && (await journeys.open(taken.secret, taken.id));
    }),
  );
  const elsewhere = await Promise.all(
    chosenAnswers.flatMap(({ secret }) => (secret === undefined ? [] : [journeys.open(secret, scene.id)])),
  );
  const all = [here, ...byCode, ...elsewhere].filter((journey) => journey !== undefined);

  // No confirmed answer is lost.
  for (const journey of all) {
    expect(journey.answers['first']).toEqual({ first: 'yes' });
    if (isTold('answered')) expect(journey.answers['later']).toEqual({ later: 'yes' });
    if (isTold('entered')) {
      expect(journey.entries.map(({ id }) => id)).toEqual(['e1']);
      expect(await journey.letter('e1')).toEqual({ text: 'as it was sent' });
    }
  }
  if (!does(ENDS)) expect(here).toBeDefined();
  // Every code that was shown works, unless somebody stopped it or deleted the journey.
  if (!does([...DELETES, 'stop'])) expect(byCode.every((journey) => journey !== undefined)).toBe(true);
  // Nothing opens after "clear" or a delete, and no code works after it was stopped.
  if (isTold('left')) expect(here).toBeUndefined();
  if (isTold('deleted')) expect(all).toEqual([]);
  if (isTold('stopped') && scene.code !== undefined) expect(byCode[0]).toBeUndefined();
  // If nobody died and nobody can open the journey, no row is left. The exception is a journey that went on by a code
  // alone: once the code is stopped nobody can reach the row, and it expires after its hours.
  const goesWithItsHours = names.includes('stop') && does(['clear', 'end with its code']);
  if (chosenAnswers.length === 2 && all.length === 0 && !isTold('secret') && !goesWithItsHours) {
    const left = await Promise.all(ids.map(async (id) => ((await rows.get(id)) ? id : undefined)));
    expect(left.filter((id) => id !== undefined)).toEqual([]);
  }
  // A delete that died can be repeated, and then succeeds.
  if (names.includes('delete all') && !isTold('left')) {
    await journeys.deleteAll(scene.secret);
    expect(await journeys.open(scene.secret, scene.id)).toBeUndefined();
  }
  if (later && isTold('longer') && !does([...DELETES, 'stop']) && scene.code !== undefined) {
    later(60 * DAY);
    expect(await journeys.resume(undefined, scene.code)).toBeDefined();
    later(-60 * DAY);
  }
}
