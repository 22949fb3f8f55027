import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { answerParent } from './journeys-process.ts';
import { quantile } from './numbers.ts';

/** The requests of one person's browser, which are repeated. */
export interface Visit {
  readonly origin: string;
  readonly cookie: string;
  readonly asked: readonly { readonly path: string; readonly body?: string }[];
}

export interface LoadTask {
  readonly visits: readonly Visit[];
  readonly ms: number;
}

export interface LoadNumbers {
  readonly pages: number;
  readonly ms: number;
  readonly median: number;
  readonly p99: number;
  /** Microseconds of processor that the client used. */
  readonly cpu: number;
}

answerParent<LoadTask, LoadNumbers>(async ({ visits, ms }) => {
  // Each person has a connection of their own, as with browsers. New ones for every request would measure TCP.
  const agent = new Agent({ keepAlive: true });
  const times: number[] = [];
  let open = true;
  async function visit({ origin, cookie, asked }: Visit): Promise<void> {
    for (let n = 0; open; n += 1) {
      const { path, body } = asked[n % asked.length]!;
      const began = performance.now();
      const sending = request(origin + path, {
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          Cookie: cookie,
          'Sec-Fetch-Site': 'same-origin',
          'Accept-Encoding': 'gzip',
          ...(body !== undefined && {
            'Content-Type': 'application/x-www-form-urlencoded',
            'Content-Length': Buffer.byteLength(body),
          }),
        },
      });
      sending.end(body);
      const [answer] = (await once(sending, 'response')) as [IncomingMessage];
      answer.resume();
      await once(answer, 'end');
      if (answer.statusCode !== (body === undefined ? 200 : 303)) {
        throw new Error(`${path}: ${answer.statusCode}`);
      }
      times.push(performance.now() - began);
    }
  }
  const cpu = process.cpuUsage();
  const began = performance.now();
  const visiting = Promise.all(visits.map(visit));
  await Promise.race([pause(ms), visiting]);
  open = false;
  await visiting;
  const { user, system } = process.cpuUsage(cpu);
  const took = performance.now() - began;
  agent.destroy();
  const [median, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
  return { pages: times.length, ms: took, median, p99, cpu: user + system };
});
