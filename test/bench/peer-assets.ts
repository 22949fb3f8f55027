import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compileString, Logger } from 'sass';

const peers = fileURLToPath(new URL('./peers', import.meta.url));

/** As the documentation of hmpo-components shows it. */
const SCRIPT = `
import { initAll } from 'govuk-frontend';
import 'hmpo-components/all.js';
initAll();
`;
/** With the phone's own font, as GOV.UK's font may be used only on GOV.UK. */
const STYLES = `
$govuk-font-family: sans-serif;
@import "govuk-frontend/dist/govuk/all";
@import "hmpo-components/all";
`;

/**
 * Builds the style sheet and the script that pages of hmpo-components load.
 * @returns the folder, for `publicDirs` of hmpo-app
 */
export async function buildPeerAssets(folder: string): Promise<string> {
  const publicDir = join(folder, 'public');
  mkdirSync(join(publicDir, 'stylesheets'), { recursive: true });
  const { css } = compileString(STYLES, {
    loadPaths: [join(peers, 'node_modules')],
    style: 'compressed',
    quietDeps: true,
    silenceDeprecations: ['import'],
    logger: Logger.silent,
  });
  writeFileSync(join(publicDir, 'stylesheets/application.css'), css);
  await build({
    stdin: { contents: SCRIPT, resolveDir: peers },
    bundle: true,
    minify: true,
    format: 'esm',
    outfile: join(publicDir, 'javascripts/application.js'),
    logLevel: 'error',
  });
  return publicDir;
}
