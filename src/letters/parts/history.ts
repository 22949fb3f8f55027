import { type Composer, from } from '../composer.ts';
import type { Block } from '../document.ts';
import { withoutStop } from '../english/typed.ts';
import { type HistoryFact, factsOf, type HistoryCase } from './history-facts.ts';

/**
 * Diagnosis, how long unwell, stays, medicine now, how long and how many tried: in sentences if every typed
 * answer fits one, otherwise all as a list of labels with the answers as typed.
 */
export function history(facts: HistoryCase, composer: Composer): readonly Block[] {
  const medicines = composer.lineSources('medicine', 'current-medicine', facts.currentMedicine);
  const only = medicines.length === 1 ? medicines[0] : undefined;
  const known = factsOf(facts, only, composer);
  const isIncluded = ({ source }: HistoryFact) => !composer.isLeftOut(source);
  const isProse = known.filter(isIncluded).every(({ sentence }) => sentence(true) !== undefined);
  const tell = (lead: string, all: readonly HistoryFact[]): readonly Block[] => {
    const first = all.find(isIncluded);
    const statements = all.map((fact) => {
      const text = isProse && isIncluded(fact) ? fact.sentence(fact === first) : undefined;
      return composer.fromAnswer(
        text ?? composer.say(fact.label, { it: withoutStop(fact.typed) }),
        fact.source,
      );
    });
    return isProse ? composer.paragraph(...statements) : composer.list(lead, statements);
  };
  if (medicines.length < 2) return tell('history', known);
  // Sentences about "these medicines" come after the list of them.
  const before = tell(
    'history',
    known.filter(({ source }) => source.question === 'health'),
  );
  return [
    ...before,
    ...composer.list(
      'medicines-now',
      medicines.map(({ text, source }) => composer.fromAnswer(text, source)),
    ),
    ...tell(
      before.length > 0 ? 'history-of-medicines' : 'history',
      known.filter(({ source }) => source.question === 'medicine'),
    ),
  ];
}

/** What was tried before, one treatment a line. */
export const treatmentsSoFar = (
  { treatmentsTried, people }: HistoryCase,
  composer: Composer,
): readonly Block[] =>
  composer.list(
    people.writer.is === 'patient' ? 'treatments' : 'treatments-of-another',
    composer.lines('medicine', 'treatments-tried', treatmentsTried),
  );

/** The background, as typed. */
export const background = ({ background: typed }: HistoryCase, composer: Composer): readonly Block[] =>
  composer.typed(typed, from('background', 'background'));
