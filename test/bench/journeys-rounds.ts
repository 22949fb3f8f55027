/** Everything is measured so often over one filling, and its medians are told. */
export const ROUNDS = 3;

/** What one round uses and deletes is not the next one's. */
export const shareOf = <T>(sample: readonly T[], round: number): readonly T[] =>
  sample.filter((_, n) => n % ROUNDS === round);
