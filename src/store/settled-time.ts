const GRACE_MS = 3_600_000;

/**
 * The time that expired rows are erased by: the earliest that the clock has shown in the last hour of this process.
 * A clock that jumps ahead and is put right within the hour erases nothing.
 * @param now the clock of the machine, which may jump
 * @param uptime a clock that nobody sets
 * @returns notes the time at each call; undefined until this process has seen an hour pass
 */
export function createSettledTime(now: () => number, uptime: () => number): () => number | undefined {
  const began = uptime();
  let seen: { readonly at: number; readonly time: number }[] = [];
  return () => {
    const at = uptime();
    seen.push({ at, time: now() });
    seen = seen.filter((each) => each.at >= at - GRACE_MS);
    return at - began < GRACE_MS ? undefined : Math.min(...seen.map(({ time }) => time));
  };
}
