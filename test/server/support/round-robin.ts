import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** A balancer that sends requests to servers in turn, and skips a server that accepts no connection. */
export async function roundRobin(
  ports: readonly number[],
): Promise<{ origin: string; served: () => number[] }> {
  let turn = 0;
  const served = ports.map(() => 0);

  // 0, 1, 1, 0, …: if it were strictly in turn, all forms would go to one server and all pages to the other.
  const nextServer = () => (turn + Math.floor(turn++ / 2)) % ports.length;

  const pass = (from: IncomingMessage, to: ServerResponse, body: Buffer, at: number, tries: number): void => {
    const { method, url, headers } = from;
    const onward = request({ host: '127.0.0.1', port: ports[at], method, path: url, headers, agent: false });
    onward.on('response', (response) => {
      served[at]!++;
      to.writeHead(response.statusCode!, response.rawHeaders);
      response.pipe(to);
    });
    onward.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' && tries > 1) {
        return pass(from, to, body, (at + 1) % ports.length, tries - 1);
      }
      to.writeHead(502).end();
    });
    onward.end(body);
  };

  // Idle connections are kept, as the tests may pause longer than the usual limit between two requests.
  const balancer = createServer((from, to) => {
    void buffer(from).then((body) => pass(from, to, body, nextServer(), ports.length));
  }).listen(0, '127.0.0.1');
  balancer.keepAliveTimeout = 0;
  await once(balancer, 'listening');
  onTestFinished(() => {
    balancer.closeAllConnections();
    balancer.close();
  });
  return { origin: `http://127.0.0.1:${(balancer.address() as AddressInfo).port}`, served: () => served };
}
