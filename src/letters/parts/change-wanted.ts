import type { Answers } from '../../questionnaire/all-questions.ts';
import { type Composer, from, type Wording } from '../composer.ts';
import type { Block } from '../document.ts';
import { type People, standpointOf } from '../people.ts';
import type { ShortItem } from '../short.ts';
import { quotedItems } from './quoted-items.ts';

/** The change that a review of treatment asks for. */
export interface ChangeWanted {
  readonly changes: readonly string[];
  readonly changeDetails: string;
}

/** @returns undefined before it is answered */
export const readChangeWanted = ({ 'change-wanted': wanted }: Partial<Answers>): ChangeWanted | undefined =>
  wanted && {
    changes: wanted['change-wanted'].filter((change) => change !== 'something-else'),
    changeDetails: wanted['change-wanted-details'],
  };

type ChangeCase = ChangeWanted & { readonly people: People };

const changesOf = ({ changes }: ChangeCase, composer: Composer): readonly Wording[] =>
  changes.map((change) =>
    composer.fromAnswer(
      composer.phrase(`change-${change}`),
      from('change-wanted', `change-wanted:${change}`),
    ),
  );

/**
 * The change asked for. A person who acts by legal authority asks for it in their own name, because the
 * letter does not say what a patient who cannot decide this wants (fact N.11).
 */
export function changeWanted(facts: ChangeCase, composer: Composer): readonly Block[] {
  const byAuthority = standpointOf(facts.people) === 'authority';
  return [
    ...composer.list(byAuthority ? 'wants-by-authority' : 'wants', changesOf(facts, composer)),
    ...composer.quotedUnder(
      facts.changes.length > 0 ? 'wants-more' : 'wants-details',
      facts.changeDetails,
      from('change-wanted', 'change-wanted-details'),
    ),
  ];
}

/** The change for the short version. */
export const shortChange = (facts: ChangeCase, composer: Composer): readonly ShortItem[] => [
  { label: composer.say('short-change'), things: changesOf(facts, composer) },
  quotedItems(
    facts.changes.length > 0 ? 'short-change-details' : 'short-change',
    facts.changeDetails,
    from('change-wanted', 'change-wanted-details'),
    composer,
  ),
];
