import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import request, { type Response, type Test } from 'supertest';
import { createApp } from '../../src/app.ts';
import { type Config, readConfig } from '../../src/config.ts';
import type { Services } from '../../src/web/services.ts';
import type { Fields, Persona } from './driver.ts';
import { asKept } from './kept.ts';
import { Page } from './page.ts';
import { testServices } from './services.ts';

/** The real app on a port of its own. */
export interface RunningApp {
  readonly origin: string;
  readonly services: Services;
  /** A journey with these answers, in a browser of its own unless one is given by its secret. */
  readonly journey: (answers?: Persona, inBrowser?: string) => Promise<Journey>;
  readonly get: (path: string, cookie?: string, headers?: Record<string, string>) => Promise<Answer>;
  readonly post: (
    path: string,
    fields?: Fields | string,
    cookie?: string,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

export interface Journey {
  readonly base: string;
  readonly cookie: string;
  readonly secret: string;
}

/** A response; redirects are not followed. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Where it redirects to, if anywhere. */
  readonly to: string | undefined;
  readonly text: string;
  readonly page: Page;
}

/** The tests' configuration, with the variables that the test is about. */
export const configWith = (environment: Record<string, string>): Config =>
  readConfig({ STORE_URL: 'memory:', RATE_LIMIT: '0', LOG_LEVEL: 'silent', ...environment });

/** Starts the app on 127.0.0.1; `overrides` are the services that a test is about. */
export async function runApp(overrides: Partial<Services> = {}): Promise<RunningApp> {
  const services = await testServices(overrides);
  const app = createApp(services);
  const server = createServer(app).listen(0, '127.0.0.1');
  // As in the real server: on a slow machine a client would otherwise reuse a connection that is about to close.
  server.keepAliveTimeout = 65_000;
  await new Promise((listening) => server.once('listening', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const ask = async (asked: Test, headers: Record<string, string>): Promise<Answer> => {
    // The encodings of a browser over https. No status counts as an error: a test says which it expects.
    const response = await asked.set({ 'Accept-Encoding': 'gzip, deflate, br', ...headers }).ok(() => true);
    const text = bodyOf(response);
    const received = headersOf(response);
    const to = received.get('Location') ?? undefined;
    return { status: response.status, headers: received, to, text, page: new Page(text) };
  };
  const cookieHeader = (cookie: string | undefined) => (cookie ? { Cookie: cookie } : {});

  return {
    origin,
    services,
    get: (path, cookie, headers = {}) =>
      ask(request(server).get(path), { ...cookieHeader(cookie), ...headers }),
    post: (path, fields = {}, cookie, headers = { 'Sec-Fetch-Site': 'same-origin' }) => {
      const form = typeof fields === 'string' ? new URLSearchParams(fields) : formOf(fields);
      const asked = request(server).post(path).type('form').send(form.toString());
      return ask(asked, { ...cookieHeader(cookie), ...headers });
    },
    journey: async (answers = {}, inBrowser) => {
      const { secret, id } = await services.journeys.start(inBrowser, { answers: asKept(answers) });
      return { base: `/journey/${id}`, cookie: `journeys=${secret}`, secret };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await services.journeys.close();
    },
  };
}

/** The body of a response as text, also when it is a file. */
const bodyOf = ({ text, body }: Response): string =>
  text ?? (Buffer.isBuffer(body) ? body.toString('utf8') : '');

function headersOf(response: Response): Headers {
  const entries = Object.entries(response.headers as Record<string, string | string[]>);
  return new Headers(
    entries.flatMap(([name, values]) => [values].flat().map((value) => [name, value] as [string, string])),
  );
}

function formOf(fields: Fields): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) form.append(name, one);
  return form;
}
