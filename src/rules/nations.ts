import type { Situation } from '../record/situation.ts';

/** Where the law behind an item applies. People only see the law of their own nation. */
export type Nation = Situation['nation'];

export const NATIONS: readonly Nation[] = ['england', 'wales', 'scotland', 'northern-ireland'];

/** The nations except England. Their names end the ids of their items. */
export const OTHER_NATIONS = ['wales', 'scotland', 'northern-ireland'] as const satisfies readonly Nation[];
