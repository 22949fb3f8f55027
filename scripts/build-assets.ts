import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** The name of each asset (`main.css`), with its file name in `public/built/`. */
export type Manifest = Readonly<Record<string, string>>;

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PUBLIC = join(ROOT, 'public');
const BUILT = join(PUBLIC, 'built');
const MANIFEST = join(BUILT, 'manifest.json');
const MODULES = join(ROOT, 'node_modules');

/** The fonts of the screen by their names in the style sheet, with their files in the packages. */
const FONTS: Readonly<Record<string, string>> = {
  'text-400.woff2': font('atkinson-hyperlegible-next', 'latin-400'),
  'text-700.woff2': font('atkinson-hyperlegible-next', 'latin-700'),
  'text-ext-400.woff2': font('atkinson-hyperlegible-next', 'latin-ext-400'),
  'text-ext-700.woff2': font('atkinson-hyperlegible-next', 'latin-ext-700'),
  'letter-400.woff2': font('source-sans-3', 'latin-400'),
  'letter-700.woff2': font('source-sans-3', 'latin-700'),
};

/**
 * Builds the style sheet, the script, the pictures and the fonts into `public/built/`, each under a name that
 * changes with its content, with a brotli and a gzip copy except for woff2 and png, which are compressed
 * already. Does nothing if the last build is newer than its sources.
 */
export async function buildAssets(): Promise<Manifest> {
  const current = currentManifest();
  if (current) return current;

  mkdirSync(BUILT, { recursive: true });
  const fonts = Object.entries(FONTS).map(([name, file]) => [name, build(name, readFileSync(file))] as const);
  const manifest: Manifest = {
    'main.css': buildText('main.css', await styles(fonts)),
    'main.js': buildText('main.js', await script()),
    'icon.svg': buildText('icon.svg', readFileSync(join(PUBLIC, 'icon.svg'))),
    'letter.png': build('letter.png', readFileSync(join(PUBLIC, 'letter.png'))),
    ...Object.fromEntries(fonts),
  };
  write('manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  removeAllBut(Object.values(manifest));
  return manifest;
}

/** The manifest of the last build; undefined if a file is missing or a source has changed since. */
function currentManifest(): Manifest | undefined {
  if (!existsSync(MANIFEST)) return undefined;
  const built = statSync(MANIFEST).mtimeMs;
  if (inputs().some((file) => statSync(file).mtimeMs >= built)) return undefined;
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;
  return Object.values(manifest).every((name) => existsSync(join(BUILT, name))) ? manifest : undefined;
}

function inputs(): string[] {
  const own = ['styles', 'scripts'].flatMap((folder) =>
    readdirSync(join(PUBLIC, folder)).map((name) => join(PUBLIC, folder, name)),
  );
  return [
    ...own,
    join(PUBLIC, 'icon.svg'),
    join(PUBLIC, 'letter.png'),
    join(MODULES, 'govuk-frontend/package.json'),
    ...Object.values(FONTS),
  ];
}

// The compilers are imported only when needed, as loading them would be most of the start-up time.

/** The style sheet, with each font's served name, which is in the same folder. */
async function styles(fonts: readonly (readonly [name: string, served: string])[]): Promise<Uint8Array> {
  const { compile } = await import('sass');
  const { css } = compile(join(PUBLIC, 'styles/main.scss'), {
    loadPaths: [MODULES],
    style: 'compressed',
    quietDeps: true,
  });
  return Buffer.from(fonts.reduce((sheet, [name, served]) => sheet.replaceAll(name, served), css));
}

async function script(): Promise<Uint8Array> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [join(PUBLIC, 'scripts/main.js')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  if (!file) throw new Error('The scripts made no file');
  return file.contents;
}

function font(family: string, face: string): string {
  return join(MODULES, '@fontsource', family, 'files', `${family}-${face}-normal.woff2`);
}

/** Writes a file and returns its served name. */
function build(name: string, content: Uint8Array): string {
  const served = hashedName(name, content);
  write(served, content);
  return served;
}

function buildText(name: string, content: Uint8Array): string {
  const served = build(name, content);
  write(`${served}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  write(`${served}.gz`, gzipSync(content, { level: 9 }));
  return served;
}

function hashedName(name: string, content: Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const ending = extname(name);
  return `${name.slice(0, -ending.length)}.${hash}${ending}`;
}

/** Writes a file by renaming, so that a server or a test that starts meanwhile never reads half of it. */
function write(name: string, content: Uint8Array): void {
  const file = join(BUILT, name);
  const unfinished = `${file}.${process.pid}.tmp`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, file);
}

function removeAllBut(served: readonly string[]): void {
  const keep = new Set(['manifest.json', ...served.flatMap((name) => [name, `${name}.br`, `${name}.gz`])]);
  for (const name of readdirSync(BUILT)) {
    if (!keep.has(name) && !name.endsWith('.tmp')) rmSync(join(BUILT, name), { force: true });
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await buildAssets();
