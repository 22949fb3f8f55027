import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import request, { type Response, type Test } from 'supertest';
import { createApp } from '../../src/app.ts';
import { type Config, readConfig } from '../../src/config.ts';
import type { Field } from '../../src/questionnaire/fields/field.ts';
import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { walk } from '../../src/questionnaire/ordered-questions.ts';
import type { Services } from '../../src/web/services.ts';
import type { Fields, Persona } from './driver.ts';
import { asKept } from './kept.ts';
import { testServices, TODAY } from './services.ts';

/** The real product on a port of its own. */
export interface RunningApp {
  readonly origin: string;
  readonly services: Services;
  /** A journey with these answers, as if somebody had given them, in a browser of its own unless told which. */
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

/** What came back, no redirect followed. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Where it sends on, or nothing. */
  readonly to: string | undefined;
  readonly text: string;
  readonly page: Page;
}

/** The tests' configuration, with what the test is about. */
export const configWith = (environment: Record<string, string>): Config =>
  readConfig({ STORE_URL: 'memory:', RATE_LIMIT: '0', LOG_LEVEL: 'silent', ...environment });

/** Starts the product on 127.0.0.1; `overrides` are what a test is about. */
export async function runApp(overrides: Partial<Services> = {}): Promise<RunningApp> {
  const services = await testServices(overrides);
  const app = createApp(services);
  const server = createServer(app).listen(0, '127.0.0.1');
  // As the product's own: on a slow machine a connection that is about to be let go would be used again.
  server.keepAliveTimeout = 65_000;
  await new Promise((listening) => server.once('listening', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const ask = async (asked: Test, headers: Record<string, string>): Promise<Answer> => {
    // As a browser asks over https. No status is an error here: a test says which it expects.
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

/** The words of an answer, of a file too. */
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
 * Answers to all that is asked of somebody who makes these choices, up to a question or to the end: what is not
 * chosen takes its first value, and every text says which field it is.
 */
export function answersOf(choices: Fields = {}, upTo?: string): Persona {
  let kept: Persona = {};
  for (;;) {
    const { gap } = walk(allQuestions, asKept(kept), TODAY);
    const slug = gap?.placed.question.slug;
    if (!gap || !slug || slug === upTo) return kept;
    if (slug in kept) throw new Error(`${slug} waits for another answer than ${JSON.stringify(kept[slug])}`);
    const fields = gap.form.fields;
    kept = { ...kept, [slug]: Object.assign({}, ...fields.map((field) => filled(field, choices))) as Fields };
  }
}

const TEXTS: Readonly<Partial<Record<Field['control'], string>>> = {
  'nhs-number': '999 000 0018',
  email: 'somebody@example.org',
  telephone: '01632 960 001',
};

/** A birthday, a day of this year, a day to come: a field takes one of them. */
const DAYS = [
  ['27', '3', '1985'],
  ['3', '11', '2026'],
  ['15', '1', '2027'],
] as const;

function filled({ name, control, inputs, values, read }: Field, choices: Fields): Fields {
  const chosen = choices[name];
  if (control === 'date') {
    const days = DAYS.map((day) => Object.fromEntries(inputs.map((input, at) => [input, day[at]!])));
    return days.find((day) => read(day).ok)!;
  }
  if (control === 'checkboxes') return { [name]: chosen ?? values.slice(0, 1) };
  if (control !== 'radios') return { [name]: chosen ?? TEXTS[control] ?? `Some ${name} here` };
  // What is not offered in this journey is not chosen: a letter of another nation, say.
  return { [name]: typeof chosen === 'string' && values.includes(chosen) ? chosen : values[0]! };
}

/** A page's HTML, to ask about. */
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

/** An element's words, the space between them made single. */
export function textOf(element: Tree.Element | undefined): string {
  const raw = (node: Tree.ChildNode): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(raw).join('') : '';
  return element ? raw(element).replace(/\s+/g, ' ').trim() : '';
}

/** The fields of a form as they stand, hidden ones too: name and value. */
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
