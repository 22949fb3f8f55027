import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Messages of vnu that are not faults here, each with the reason. */
const NO_FAULTS: readonly { readonly says: RegExp; readonly because: string }[] = [
  {
    says: /^The “group” role is unnecessary for element “fieldset”\.$/,
    because: "the design system's own markup of a date: some browsers tell its hint only with the role",
  },
  {
    says: /^This document appears to be written in \w+ but/,
    because: 'a guess at the language of what the tests type to fill a page',
  },
];

interface Said {
  readonly url: string;
  readonly lastLine?: number;
  readonly message: string;
}

/**
 * What the W3C's checker finds wrong with each of these pages, as "vnu line message". All pages go to one Java process,
 * which takes longer to start than to read a hundred of them.
 */
export async function faultsByVnu(pages: readonly string[]): Promise<readonly (readonly string[])[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  try {
    for (const [index, html] of pages.entries()) writeFileSync(join(folder, `${index}.html`), html);
    const faults = (await saidOf(folder)).filter(
      ({ message }) => !NO_FAULTS.some(({ says }) => says.test(message)),
    );
    return pages.map((_, index) =>
      faults
        .filter(({ url }) => url.endsWith(`/${index}.html`))
        .map(({ lastLine, message }) => `vnu ${lastLine ?? 0} ${message}`),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function saidOf(folder: string): Promise<readonly Said[]> {
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
  const how = ['-jar', jar, '--format', 'json', '--exit-zero-always', '--stdout', '--skip-non-html', folder];
  const { stdout } = await promisify(execFile)('java', how, { encoding: 'utf8', maxBuffer: 1e9 });
  return (JSON.parse(stdout) as { messages: Said[] }).messages;
}
