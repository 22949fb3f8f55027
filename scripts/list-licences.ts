import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/**
 * `npm run list:licences`: what we ship, with versions and licences, one a line. Fails if a licence is not on
 * the list below, as somebody then has to read it and decide what THIRD-PARTY-NOTICES must say.
 */
const ALLOWED: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'PSF-2.0',
  'MIT AND OFL-1.1',
  'OFL-1.1',
  'Bitstream-Vera',
]);

/** Packages without a licence in package.json, with the one in their licence file. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  'dejavu-fonts-ttf': 'Bitstream-Vera',
  'png-js': 'MIT',
};

/** Development packages that the build puts parts of into the files for browsers. */
const BUILT_IN: readonly string[] = [
  'govuk-frontend',
  '@fontsource/atkinson-hyperlegible-next',
  '@fontsource/source-sans-3',
];

const licenceSchema = z.object({
  expression: z.string().optional(),
  license: z.object({ id: z.string().optional(), name: z.string().optional() }).optional(),
});
const bomSchema = z.object({
  components: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      licenses: z.array(licenceSchema).default([]),
    }),
  ),
});

function componentsOf(...more: readonly string[]) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const format = ['--package-lock-only', '--sbom-format', 'cyclonedx'];
  const json = execFileSync('npm', ['sbom', ...format, ...more], { cwd: root, encoding: 'utf8' });
  return bomSchema.parse(JSON.parse(json)).components;
}

const shipped = [
  ...componentsOf('--omit', 'dev'),
  ...componentsOf().filter(({ name }) => BUILT_IN.includes(name)),
].map(({ name, version, licenses }) => {
  const named = licenses.map(({ expression, license }) => expression ?? license?.id ?? license?.name);
  return { name, version, licence: named.join(' AND ') || (READ_BY_HAND[name] ?? 'none named') };
});
for (const { name, version, licence } of shipped) console.log(`${name} ${version}: ${licence}`);

const others = shipped.filter(({ licence }) => !ALLOWED.has(licence));
for (const { name, licence } of others) console.error(`${name}: ${licence} is not on the list`);
console.log(`${shipped.length} packages, ${others.length} to read`);
process.exitCode = others.length > 0 ? 1 : 0;
