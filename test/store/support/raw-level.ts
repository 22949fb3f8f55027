import { ClassicLevel } from 'classic-level';

/** The folder opened with LevelDB itself, without our own code. */
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

/** Every key in the folder, those of rows and those of the store's own. */
export const keysOf = (folder: string): Promise<string[]> => rawLevel(folder, (db) => db.keys().all());
