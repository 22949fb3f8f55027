/** How often everything is measured on one filling. The tables show the medians. */
export const ROUNDS = 3;

/** The part of the sample for one round, as a round may delete the journeys that it uses. */
export const shareOf = <T>(sample: readonly T[], round: number): readonly T[] =>
  sample.filter((_, n) => n % ROUNDS === round);
