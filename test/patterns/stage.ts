import { PdfFailed } from '../../src/formats/pdf/errors.ts';
import { StoreUnavailable } from '../../src/store/errors.ts';
import { createJourneys, type Journeys } from '../../src/store/journeys.ts';
import { memoryRows } from '../../src/store/memory-rows.ts';
import { type Answer, configWith, runApp, type RunningApp } from '../support/app.ts';
import type { Fields, Persona } from '../support/driver.ts';
import { recordOf } from '../support/record.ts';
import type { Happened } from '../support/record-states.ts';
import type { State } from '../support/states.ts';

/** A response, and its address. */
export interface Show extends Answer {
  readonly address: string;
}

type Scene = 'usual' | 'limited' | 'storeless' | 'broken';

/** The app as usual, and apps in which something has gone wrong, to request the pages of each. */
export interface Stage {
  readonly get: (path: string) => Promise<Show>;
  /** As a browser sends it whose journeys have all expired. */
  readonly post: (path: string, fields: Fields) => Promise<Show>;
  readonly getIn: (answers: Persona, page: string) => Promise<Show>;
  /** A page of a journey in which this has happened since; `{entry}` is the first entry. */
  readonly getWithRecord: (answers: Persona, happened: readonly Happened[], page: string) => Promise<Show>;
  /** A page of a journey in large print. */
  readonly getInLargePrint: (answers: Persona, page: string) => Promise<Show>;
  readonly getInOf: (scene: Scene, answers: Persona, page: string) => Promise<Show>;
  readonly postIn: (scene: Scene, answers: Persona, page: string, fields: Fields) => Promise<Show>;
  readonly postFromElsewhere: (path: string) => Promise<Show>;
  /** A page of an app whose rate limit is already used up. */
  readonly getOnce: (path: string) => Promise<Show>;
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** A store that opens journeys, and then fails to write an answer. */
function failing(error: Error) {
  const journeys = createJourneys({ rows: memoryRows(), pepper: Buffer.alloc(32, 7), hours: 24 });
  const open: Journeys['open'] = async (secret, id) => {
    const journey = await journeys.open(secret, id);
    return journey && Object.assign(journey, { answer: () => Promise.reject(error) });
  };
  return { ...journeys, open };
}

const EXPIRED = `journeys=${'A'.repeat(43)}`;

export async function openStage(): Promise<Stage> {
  const apps: Readonly<Record<Scene, RunningApp>> = {
    usual: await runApp(),
    limited: await runApp({ config: configWith({ RATE_LIMIT: '1' }) }),
    storeless: await runApp({ journeys: failing(new StoreUnavailable('TEST')) }),
    broken: await runApp({
      journeys: failing(new Error('broken')),
      pdfs: {
        pdf: () => Promise.reject(new PdfFailed()),
        pages: () => Promise.resolve(1),
        unprintableIn: () => [],
      },
    }),
  };
  const { usual, limited } = apps;
  const shown = (address: string, answer: Answer): Show => ({ ...answer, address });

  const getInOf: Stage['getInOf'] = async (scene, answers, page) => {
    const { base, cookie } = await apps[scene].journey(answers);
    return shown(`${base}/${page}`, await apps[scene].get(`${base}/${page}`, cookie));
  };

  return {
    get: async (path) => shown(path, await usual.get(path)),
    post: async (path, fields) => shown(path, await usual.post(path, fields, EXPIRED)),
    getIn: (answers, page) => getInOf('usual', answers, page),
    getWithRecord: async (answers, happened, page) => {
      const { base, cookie } = await usual.journey(answers);
      for (const [what, fields] of happened) {
        const to = what === 'letter/sent' ? `${base}/${what}` : `${base}/record/add/${what}`;
        const { status } = await usual.post(to, fields, cookie);
        if (status !== 303) throw new Error(`${what} was refused: ${status}`);
      }
      const [first] = recordOf((await usual.get(`${base}/record`, cookie)).page).entries;
      const address = `${base}/${page.replace('{entry}', first?.id ?? '')}`;
      return shown(address, await usual.get(address, cookie));
    },
    getInLargePrint: async (answers, page) => {
      const { base, cookie } = await usual.journey(answers);
      await usual.post(`${base}/large-print?print=large&page=plan`, {}, cookie);
      return shown(`${base}/${page}`, await usual.get(`${base}/${page}`, cookie));
    },
    getInOf,
    postIn: async (scene, answers, page, fields) => {
      const { base, cookie } = await apps[scene].journey(answers);
      return shown(`${base}/${page}`, await apps[scene].post(`${base}/${page}`, fields, cookie));
    },
    postFromElsewhere: async (path) =>
      shown(path, await usual.post(path, {}, undefined, { 'Sec-Fetch-Site': 'cross-site' })),
    getOnce: async (path) => {
      await limited.get(path);
      return shown(path, await limited.get(path));
    },
    origin: usual.origin,
    close: async () => {
      await Promise.all(Object.values(apps).map((app) => app.close()));
    },
  };
}

/**
 * Requests the page of a state.
 * @throws Error if the response has another status than the state says
 */
export async function showState(stage: Stage, state: State): Promise<Show> {
  const show = await state.show(stage);
  if (show.status === state.status) return show;
  throw new Error(`${state.name}: ${show.status}, not ${state.status}${show.to ? `, to ${show.to}` : ''}`);
}
