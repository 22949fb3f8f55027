import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import request, { type Response, type Test } from 'supertest';
import { createApp } from '../../src/app.ts';
import { type Config, readConfig } from '../../src/config.ts';
import type { Field } from '../../src/questionnaire/fields/field.ts';
import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { walkThrough } from '../../src/questionnaire/ordered-questions.ts';
import type { Services } from '../../src/web/services.ts';
import type { Fields, Persona } from './driver.ts';
import { asKept } from './kept.ts';
import { testServices, TODAY } from './services.ts';

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

/**
 * Answers to everything that is asked of somebody who makes these choices, up to a question or to the end. A choice
 * that is not given is the first one offered, and every text says which field it is.
 * @throws Error if a question is still open once it has its answer
 */
export function answersOf(choices: Fields = {}, upTo?: string): Persona {
  let kept: Persona = {};
  for (;;) {
    const { gap } = walkThrough(allQuestions, asKept(kept), TODAY);
    const slug = gap?.placed.question.slug;
    if (!gap || !slug || slug === upTo) return kept;
    if (slug in kept) throw new Error(`${slug} needs another answer than ${JSON.stringify(kept[slug])}`);
    const fields = gap.form.fields;
    kept = { ...kept, [slug]: Object.assign({}, ...fields.map((field) => filled(field, choices))) as Fields };
  }
}

const TEXTS: Readonly<Partial<Record<Field['control'], string>>> = {
  'nhs-number': '999 000 0018',
  email: 'somebody@example.org',
  telephone: '01632 960 001',
};

/** A birthday, a day this year and a day in the future: every date field accepts one of them. */
const DAYS = [
  ['27', '3', '1985'],
  ['3', '11', '2026'],
  ['15', '1', '2027'],
] as const;

function filled({ name, control, inputNames, values, read }: Field, choices: Fields): Fields {
  const chosen = choices[name];
  if (control === 'date') {
    const days = DAYS.map((day) => Object.fromEntries(inputNames.map((input, at) => [input, day[at]!])));
    return days.find((day) => read(day).ok)!;
  }
  if (control === 'checkboxes') return { [name]: chosen ?? values.slice(0, 1) };
  if (control !== 'radios') return { [name]: chosen ?? TEXTS[control] ?? `Some ${name} here` };
  // A choice that this journey does not offer, such as a letter of another nation, is not chosen.
  return { [name]: typeof chosen === 'string' && values.includes(chosen) ? chosen : values[0]! };
}

/** A page's HTML, for tests to query. */
export class Page {
  readonly elements: readonly Tree.Element[];

  constructor(html: string) {
    this.elements = elementsIn(parse(html));
  }

  get title(): string {
    return textOf(this.all('title')[0]);
  }

  get main(): readonly Tree.Element[] {
    const [main] = this.all('main');
    return main ? elementsIn(main) : [];
  }

  /** The forms in main, the question's own first. */
  get forms(): readonly Tree.Element[] {
    return this.main.filter(({ tagName }) => tagName === 'form');
  }

  all(tag: string): readonly Tree.Element[] {
    return this.elements.filter(({ tagName }) => tagName === tag);
  }

  having(name: string): readonly Tree.Element[] {
    return this.elements.filter((element) => attribute(element, name) !== undefined);
  }

  byId(id: string): Tree.Element | undefined {
    return this.elements.find((element) => attribute(element, 'id') === id);
  }
}

export function elementsIn(node: Tree.ParentNode): Tree.Element[] {
  return node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elementsIn(child)] : []));
}

export const attribute = (element: Tree.Element | undefined, name: string): string | undefined =>
  element?.attrs.find((one) => one.name === name)?.value;

/** An element's text, with runs of white space made single spaces. */
export function textOf(element: Tree.Element | undefined): string {
  const raw = (node: Tree.ChildNode): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(raw).join('') : '';
  return element ? raw(element).replace(/\s+/g, ' ').trim() : '';
}

/** The inputs and text areas of a form, hidden ones too, with their names and values. */
export function controlsOf(form: Tree.Element): readonly { name: string; type: string; value: string }[] {
  return elementsIn(form).flatMap((element) => {
    const name = attribute(element, 'name');
    if (name === undefined || !['input', 'textarea'].includes(element.tagName)) return [];
    const type = element.tagName === 'textarea' ? 'textarea' : (attribute(element, 'type') ?? 'text');
    const value =
      element.tagName === 'textarea'
        ? element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
        : (attribute(element, 'value') ?? '');
    return [{ name, type, value }];
  });
}
