/** Does the second of two writes; where it comes to nothing or fails, takes the first one back. */
export async function orUndo<T>(work: () => Promise<T>, undo: () => Promise<unknown>): Promise<T> {
  let done: T;
  try {
    done = await work();
  } catch (error) {
    // What cannot be taken back now expires by itself; the first error says what went wrong.
    await undo().catch(() => undefined);
    throw error;
  }
  if (done === false) await undo();
  return done;
}
