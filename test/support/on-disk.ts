import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file and its bytes. */
export interface FileOnDisk {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every file in a folder and below it. */
export const filesIn = (folder: string): readonly FileOnDisk[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => ({ name, bytes: readFileSync(join(parentPath, name)) }));

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
