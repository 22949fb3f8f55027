import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { runApp } from '../test/support/app.ts';
import { attackReading } from './attack-reading.ts';
import { programPath } from '../test/support/programs.ts';

/**
 * The attacks that take too long for the tests: 10,000 generated requests over every route, long runs of one
 * character or a pair in every field, slow connections, stolen dumps, the policy in Google's CSP evaluator,
 * and wapiti if it is installed. Everything stays on loopback.
 */

const RUNS = '10000';
const WAPITI_SECONDS = '240';

/** Wapiti's level for matters of taste. */
const LOW = 1;
/** Wapiti looks for a token. We check headers instead, which test/web/cross-site.test.ts attacks. */
const BY_HEADER = 'Cross Site Request Forgery';

let failures = 0;
function report(name: string, found: readonly string[]): void {
  failures += found.length;
  console.log(`${name}: ${found.length === 0 ? 'nothing found' : found.join('; ')}`);
}

function runTests(
  name: string,
  files: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): void {
  const { status } = spawnSync('npx', ['vitest', 'run', '--testTimeout=900000', ...files], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  report(name, status === 0 ? [] : [`npx vitest run ${files.join(' ')} fails`]);
}

const app = await runApp();
const policy = (await app.get('/')).headers.get('Content-Security-Policy') ?? '';
// Lower severities are not faults here: 'self' is safe on an origin without JSONP and user uploads.
const policyFaults = new CspEvaluator(new CspParser(policy).csp)
  .evaluate()
  .filter(({ severity }) => severity <= Severity.MEDIUM)
  .map(({ directive, description }) => `${directive}: ${description}`);
report('csp_evaluator', policyFaults);

const reading = await attackReading(app);
report(
  `${reading.sent} long texts, another client usually waits ${reading.usual} ms, at the longest ${reading.longest} ms`,
  reading.found,
);

const wapiti = programPath('wapiti');
if (wapiti) {
  const file = join(mkdtempSync(join(tmpdir(), 'wapiti-')), 'report.json');
  const target = [
    '-u',
    `${app.origin}/`,
    '--scope',
    'domain',
    '--max-scan-time',
    WAPITI_SECONDS,
    '--flush-session',
  ];
  // Not spawnSync, because the server that it attacks is in this process.
  const scan = spawn(wapiti, [...target, '-m', 'all', '-f', 'json', '-o', file, '--no-bugreport'], {
    stdio: 'ignore',
  });
  await new Promise((done) => scan.once('close', done));
  const { vulnerabilities } = JSON.parse(readFileSync(file, 'utf8')) as {
    vulnerabilities: Record<string, readonly { level: number; info: string }[]>;
  };
  const faults = Object.entries(vulnerabilities)
    .filter(([kind]) => kind !== BY_HEADER)
    .flatMap(([kind, found]) =>
      found.filter(({ level }) => level > LOW).map(({ info }) => `${kind}: ${info}`),
    );
  report('wapiti', faults);
} else console.log('skipped: wapiti not found');
await app.close();

runTests(`${RUNS} random requests`, ['test/web/random-input.test.ts'], { RANDOM_RUNS: RUNS });
runTests('200 slow connections', ['test/server/slow-connections.test.ts']);
runTests('dumps of every store, the data folder and the log', [
  'test/store/thief.test.ts',
  'test/server/nothing-found.test.ts',
  'test/server/log.test.ts',
]);
runTests('letters without the right to act', [
  'test/web/right-to-act.test.ts',
  'test/questionnaire/right-to-act.test.ts',
]);

process.exitCode = failures > 0 ? 1 : 0;
