import type { LetterCase } from './case.ts';

/** A sensitive fact of a letter that can be left out with one choice. */
export interface SensitiveFact {
  /** What the choice is kept under: the fact's kind, and for one of several the fact itself. */
  readonly key: string;
  readonly kind: (typeof SINGLE)[number] | (typeof SEVERAL)[number];
  readonly text: string;
}

const SINGLE = ['diagnosis', 'medicinesTried', 'admissions', 'unwellFor', 'background'] as const;
const SEVERAL = ['currentMedicine', 'problemAreas', 'problems', 'sideEffects'] as const;

const keyOf = (kind: (typeof SEVERAL)[number], text: string) => `${kind}:${text}`;

/** The sensitive facts that were given. Each may be left out: who sees the record may read them (fact N.15). */
export function sensitiveFacts(facts: LetterCase): readonly SensitiveFact[] {
  return [
    ...SINGLE.filter((kind) => facts[kind] !== '').map((kind) => ({ key: kind, kind, text: facts[kind] })),
    ...SEVERAL.flatMap((kind) => facts[kind].map((text) => ({ key: keyOf(kind, text), kind, text }))),
  ];
}

/** The case without what was left out: to the letter it is as if it had not been given. */
export function withoutFacts(facts: LetterCase, leftOut: ReadonlySet<string>): LetterCase {
  const single = SINGLE.filter((kind) => leftOut.has(kind)).map((kind) => [kind, ''] as const);
  const several = SEVERAL.map(
    (kind) => [kind, facts[kind].filter((text) => !leftOut.has(keyOf(kind, text)))] as const,
  );
  return { ...facts, ...Object.fromEntries<string | readonly string[]>([...single, ...several]) };
}
