const GRACE_MS = 3_600_000;

/**
 * The time for erasing expired rows: the earliest that the clock has shown in the last hour of this process.
 * A clock that jumps ahead and is corrected within the hour erases nothing.
 * @param now the clock of the machine, which may jump
 * @param uptime a monotonic clock
 * @returns a function that records the time at each call, and returns undefined for the first hour
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
