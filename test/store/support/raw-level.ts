import { ClassicLevel } from 'classic-level';

/** The folder as LevelDB has it, with nobody of ours inside. */
export async function rawLevel<T>(
  folder: string,
  work: (db: ClassicLevel<string, Buffer>) => Promise<T>,
): Promise<T> {
  const db = new ClassicLevel<string, Buffer>(folder, { valueEncoding: 'buffer', compression: false });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/** Every key of the folder, ours and those of the rows. */
export const keysOf = (folder: string): Promise<string[]> => rawLevel(folder, (db) => db.keys().all());
