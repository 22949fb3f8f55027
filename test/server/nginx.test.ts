import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { CookieJar, Driver } from '../support/driver.ts';
import { needsProgram } from '../support/programs.ts';
import { root } from '../support/services.ts';
import { answerUpTo, goOn, letterOf, persona, undisturbedLetter, until } from './support/journey.ts';
import { type Product, startProduct, temporaryFolder } from './support/product.ts';
import { freePort } from '../support/free-port.ts';
import { startRedis } from './support/redis.ts';

const canRun = ['nginx', 'openssl', 'redis-server'].every(needsProgram);

const PEPPER = 'ab'.repeat(32);

describe.skipIf(!canRun)('behind docs/deploy/nginx.conf', () => {
  it('a whole journey works over https, even when a server is killed, and leaves no trace in nginx', async () => {
    // The certificate is made by the test.
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    onTestFinished(() => void vi.unstubAllEnvs());
    const redis = await startRedis(temporaryFolder());
    const folder = temporaryFolder();
    const [tls, plain] = [await freePort(), await freePort()];
    const origin = `https://localhost:${tls}`;
    const environment = { STORE_URL: redis.url, PEPPER, PUBLIC_ORIGIN: origin, TRUST_PROXY: '1' };
    const servers = [await startProduct(environment), await startProduct(environment)];
    await startNginx(folder, { tls, plain, servers });

    const expected = await undisturbedLetter(origin);
    for (const server of servers) expect(server.output().split('\n').length).toBeGreaterThan(20);

    const jar = new CookieJar();
    const driver = new Driver(origin, jar);
    await driver.start();
    expect(jar.header('/')).toMatch(/^__Host-journeys=[\w-]{43}$/);
    await answerUpTo(driver, 'so-far');
    await servers[0]!.kill();
    await goOn(driver);
    await driver.walk(persona);
    expect(await letterOf(driver)).toBe(expected);
    const pdf = await driver.fetch(`${driver.base}/letter.pdf`);
    expect([pdf.status, (await pdf.text()).slice(0, 5)]).toEqual([200, '%PDF-']);
    expect(pdf.headers.get('Strict-Transport-Security')).toMatch(/^max-age=31536000/);

    // Far larger than nginx's buffers, so that nginx would write it to disk if it could.
    const long = new URLSearchParams({ 'own-words': 'Amina walks home. '.repeat(12_000) });
    const refused = await driver.fetch(`${driver.base}/questions/own-words`, { method: 'POST', body: long });
    expect([refused.status, (await refused.text()).length > 200_000]).toEqual([422, true]);

    const toTls = await fetch(`http://127.0.0.1:${plain}/guide`, { redirect: 'manual' });
    expect([toTls.status, toTls.headers.get('Location')]).toEqual([301, 'https://letters.example.org/guide']);
    for (const name of ['metrics', 'readyz'])
      for (const spelling of [
        name,
        `${name}/`,
        name.toUpperCase(),
        `${name}//`,
        `/${name}`,
        `%${hexOf(name)}`,
      ])
        expect([spelling, (await fetch(`${origin}/${spelling}`)).status]).toEqual([spelling, 404]);
    expect([suiteTaken(tls, 'ECDHE-RSA-AES128-GCM-SHA256'), suiteTaken(tls, 'AES128-GCM-SHA256')]).toEqual([
      true,
      false,
    ]);

    await servers[1]!.kill();
    const page = await driver.fetch(driver.path, { method: 'POST', body: new URLSearchParams() });
    expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('tel:116123')]);

    const logs = ['access.log', 'error.log', 'nginx.err'].map((file) =>
      readFileSync(join(folder, file), 'utf8'),
    );
    expect(logs[0]!.split('\n').length).toBeGreaterThan(80);
    const id = driver.base.split('/').at(-1)!;
    for (const word of [id, 'journey', 'client:', 'Amina', 'own-words', 'help-with']) {
      expect(
        logs.filter((log) => log.includes(word)),
        word,
      ).toEqual([]);
    }
  });
});

/** A name with its first letter percent-encoded, without the percent sign. */
const hexOf = (name: string) => name.charCodeAt(0).toString(16) + name.slice(1);

/** Whether the server accepts a cipher suite of TLS 1.2. */
function suiteTaken(port: number, suite: string): boolean {
  const asked = ['s_client', '-connect', `127.0.0.1:${port}`, '-tls1_2', '-cipher', suite];
  const { stdout } = spawnSync('openssl', asked, { input: '', encoding: 'utf8' });
  return stdout.includes(`Cipher    : ${suite}`);
}

interface Setting {
  readonly tls: number;
  readonly plain: number;
  readonly servers: readonly Product[];
}

/** Starts nginx with the file that we ship. Only the addresses, ports and paths are the test's own. */
async function startNginx(folder: string, { tls, plain, servers }: Setting): Promise<void> {
  const keys = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-days', '2', '-nodes'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', ...keys, ...subject], { stdio: 'ignore' });
  copyFileSync(join(root, 'docs/deploy/away.html'), join(folder, 'away.html'));

  const replacements: readonly (readonly [string | RegExp, string])[] = [
    [/listen \[::\]:\d+.*;/g, ''],
    ['listen 80;', `listen 127.0.0.1:${plain};`],
    ['listen 443 ssl', `listen 127.0.0.1:${tls} ssl`],
    ['server 10.0.0.11:3000', `server 127.0.0.1:${servers[0]!.port}`],
    ['server 10.0.0.12:3000', `server 127.0.0.1:${servers[1]!.port}`],
    [/\/etc\/letsencrypt\/live\/letters.example.org\/fullchain.pem/, join(folder, 'cert.pem')],
    [/\/etc\/letsencrypt\/live\/letters.example.org\/privkey.pem/, join(folder, 'key.pem')],
    [/\/var\/log\/nginx\/second-opinion-letters-error.log/g, join(folder, 'error.log')],
    [/\/var\/log\/nginx\/second-opinion-letters.log/, join(folder, 'access.log')],
    ['root /etc/nginx/second-opinion-letters;', `root ${folder};`],
  ];
  let site = readFileSync(join(root, 'docs/deploy/nginx.conf'), 'utf8');
  for (const [from, to] of replacements) {
    const replaced = site.replace(from, to);
    expect(replaced, String(from)).not.toBe(site);
    site = replaced;
  }
  mkdirSync(join(folder, 'temp'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, 'temp', name)};`,
  );
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; ${process.getuid?.() === 0 ? 'user root;' : ''} pid ${join(folder, 'pid')};
    error_log ${join(folder, 'nginx.err')} warn;
    events {} http { access_log off; ${temporary.join(' ')} include ${join(folder, 'site.conf')}; }`,
  );
  writeFileSync(join(folder, 'site.conf'), site);

  const nginx = spawn('nginx', [
    '-p',
    folder,
    '-c',
    join(folder, 'nginx.conf'),
    '-e',
    join(folder, 'nginx.err'),
  ]);
  const ended = once(nginx, 'exit');
  onTestFinished(async () => {
    nginx.kill('SIGTERM');
    await ended;
  });
  await until('nginx listens', () => accepts(tls));
  // From now on nginx fails if it tries to write a temporary file.
  rmSync(join(folder, 'temp'), { recursive: true });
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
