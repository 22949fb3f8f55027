import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file and its bytes. */
export interface FileOnDisk {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Every file in a folder and below it. A program that still runs may rename or delete one between the listing and the
 * reading, so they are then listed again.
 */
export function filesIn(folder: string): readonly FileOnDisk[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => ({ name, bytes: readFileSync(join(parentPath, name)) }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && existsSync(folder)) return filesIn(folder);
    throw error;
  }
}

/** Which of these texts are in which file, in each encoding that a browser stores or sends, as "file: text". */
export const holding = (texts: readonly string[], files: readonly FileOnDisk[]): readonly string[] =>
  files.flatMap(({ name, bytes }) =>
    texts
      .filter((text) =>
        [
          Buffer.from(text, 'utf8'),
          Buffer.from(text, 'utf16le'),
          Buffer.from(new URLSearchParams({ '': text }).toString().slice(1)),
        ].some((written) => bytes.includes(written)),
      )
      .map((text) => `${name}: ${text}`),
  );
