import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CookieJar, Driver } from '../support/driver.ts';
import { statusOf, until } from './support/journey.ts';
import { type Product, startProduct, temporaryFolder } from './support/product.ts';

/** After this time the server ends whatever is still running. A server that ends sooner did not use this limit. */
const FINISH_WITHIN_MS = 15_000;

describe('a server that is asked to stop', () => {
  it('behind a balancer: says that it is not ready, serves for a moment longer, and finishes and keeps what is running', async () => {
    const environment = { DATA_DIR: temporaryFolder(), TRUST_PROXY: '1' };
    const product = await startProduct(environment);
    const { driver, finish } = await answerHalfSent(product);

    product.signal('SIGTERM');
    await until('not ready', async () => (await statusOf(`${product.origin}/readyz`)) === 503);
    const page = await fetch(product.origin);
    expect([page.status, page.headers.get('Connection')]).toEqual([200, 'close']);
    await until('closed to what is new', () => isRefused(product));
    expect(await finish()).toMatch(/^HTTP\/1\.1 303 /);
    expect(await product.ended).toBe(0);

    await startProduct({ ...environment, PORT: String(product.port) });
    await driver.open(`${driver.base}/questions/help-with`);
    expect(driver.html).toMatch(/value="quick-letter"[^>]*checked/);
  });

  it('ends early when nobody is waiting, although connections are kept open', async () => {
    const product = await startProduct({ DATA_DIR: temporaryFolder() });
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    const request = get(product.origin, { agent });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    await text(response);
    expect(Object.values(agent.freeSockets).flat()).toHaveLength(1);

    const asked = performance.now();
    product.signal('SIGTERM');
    expect(await product.ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(FINISH_WITHIN_MS);
  });

  it('ends soon after the last request has finished, although its client keeps the connection open', async () => {
    const product = await startProduct({ DATA_DIR: temporaryFolder() });
    const { finish } = await answerHalfSent(product);
    product.signal('SIGTERM');
    await until('closed to what is new', () => isRefused(product));
    expect(await finish()).toMatch(/^HTTP\/1\.1 303 /);
    const finished = performance.now();
    expect(await product.ended).toBe(0);
    expect(performance.now() - finished).toBeLessThan(FINISH_WITHIN_MS);
  });

  it('does not wait for ever for a client', async () => {
    const product = await startProduct({ DATA_DIR: temporaryFolder() });
    await answerHalfSent(product);
    product.signal('SIGTERM');
    expect(await product.ended).toBe(0);
  });
});

/** A request with an answer, of which only the first half has been sent. */
async function answerHalfSent({ origin, port }: Product) {
  const jar = new CookieJar();
  const driver = new Driver(origin, jar);
  await driver.start();
  const body = 'help-with=quick-letter';
  const headers = [
    `POST ${driver.path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Sec-Fetch-Site: same-origin',
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
    `Cookie: ${jar.header('/')}`,
  ];
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(`${headers.join('\r\n')}\r\n\r\n${body.slice(0, 8)}`);
  // By now the server has the first half; a connection that has sent nothing counts as idle.
  await statusOf(`${origin}/healthz`);
  return {
    driver,
    finish: async () => {
      socket.write(body.slice(8));
      const [answer] = (await once(socket, 'data')) as [Buffer];
      return answer.toString();
    },
  };
}

async function isRefused({ port }: Product): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return false;
  } catch {
    return true;
  } finally {
    socket.destroy();
  }
}
