import { STATES } from '../support/states.ts';
import type { Seen } from './asking.ts';
import { openStage, showState } from './stage.ts';

let seen: Promise<readonly Seen[]> | undefined;

/** Every page in every state, requested once for all tests of a process, so no test may change the result. */
export const everyState = (): Promise<readonly Seen[]> => (seen ??= askForAll());

async function askForAll(): Promise<readonly Seen[]> {
  const stage = await openStage();
  try {
    const all: Seen[] = [];
    for (const state of STATES) {
      const show = await showState(stage, state);
      all.push({ state, show, page: show.page });
    }
    return all;
  } finally {
    await stage.close();
  }
}
