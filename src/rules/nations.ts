import type { Situation } from '../record/situation.ts';

/** Where the law that an item tells holds. Nobody is told the law of a nation that is not theirs. */
export type Nation = Situation['nation'];

export const NATIONS: readonly Nation[] = ['england', 'wales', 'scotland', 'northern-ireland'];

/** Nations but England, with the word by which the items of each are told apart. */
export const OTHER_NATIONS = ['wales', 'scotland', 'northern-ireland'] as const satisfies readonly Nation[];
