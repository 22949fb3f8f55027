import { CookieJar } from './browser-cookies.ts';
import { filledIn, readPage, type Fields, type ReadPage } from './browser-form.ts';

export { CookieJar, type Fields };

/** What somebody answers, by question. A question that is missing here is skipped. */
export type Persona = Record<string, Fields>;

const mostRedirects = 10;
const mostQuestions = 100;

/**
 * One tab of a browser without JavaScript, which knows nothing about the app but its contract. Two tabs of one
 * browser are two drivers with the same jar.
 */
export class Driver {
  readonly #origin: string;
  readonly #jar: CookieJar;
  #base = '';
  #url: URL;
  #status = 0;
  #html = '';
  #page: ReadPage = readPage('');

  constructor(origin: string, jar = new CookieJar()) {
    this.#url = new URL(origin);
    this.#origin = this.#url.origin;
    this.#jar = jar;
  }

  /** The address of the journey once it has started: `<base>` in the contract. */
  get base(): string {
    return this.#base;
  }
  /** The path of the page that the tab shows, without its query. */
  get path(): string {
    return this.#url.pathname;
  }
  get status(): number {
    return this.#status;
  }
  get html(): string {
    return this.#html;
  }
  /** The text of the whole page, with runs of white space made single spaces. */
  get text(): string {
    return this.#page.text;
  }

  /** Begins a journey and shows its first question. */
  async start(): Promise<void> {
    await this.#visit('/start', { method: 'POST', body: new URLSearchParams() });
    const base = /^(.*)\/questions\/[^/]+$/.exec(this.path)?.[1];
    if (this.status !== 200 || base === undefined) throw this.#error('POST /start led to no question');
    this.#base = base;
  }

  /** Shows a page, whatever its status. */
  async open(path: string): Promise<void> {
    await this.#visit(path, {});
  }

  /** Requests something, such as a download, with this browser's cookies, and leaves the tab as it is. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, this.#url);
    const headers = new Headers(init.headers);
    headers.set('Sec-Fetch-Site', 'same-origin');
    if (init.method === 'POST') headers.set('Origin', this.#origin);
    const cookies = this.#jar.header(url.pathname);
    if (cookies) headers.set('Cookie', cookies);
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    this.#jar.keep(response);
    return response;
  }

  /**
   * Fills in the first form in `main` and sends it.
   * @throws Error if the page has no such field or value, or refuses the answer; with `expectErrors`, if it accepts it
   */
  async answer(fields: Fields, { expectErrors = false } = {}): Promise<void> {
    const { form } = this.#page;
    const from = this.#name();
    if (form?.method !== 'post') throw this.#error('the page has no form to post in main');
    let body: URLSearchParams;
    try {
      body = filledIn(form, fields);
    } catch (error) {
      throw this.#error((error as Error).message);
    }
    await this.#visit(form.action ?? this.#url.href, { method: 'POST', body });
    const sent = `sent ${body.toString() || 'nothing'}`;
    if (expectErrors && this.status === 422) return;
    if (expectErrors) throw this.#error(`${sent}, expected errors`, from);
    if (this.status === 422) {
      throw this.#error(`${sent}, refused: ${this.#page.alerts.join('; ') || this.text}`, from);
    }
    if (this.status >= 400) throw this.#error(sent, from);
  }

  /**
   * Answers what is asked until check answers, or a plan that leads no further.
   * @returns the questions that were asked, in order
   */
  async walk(persona: Persona): Promise<string[]> {
    const visited: string[] = [];
    while (this.path !== `${this.#base}/check-answers`) {
      if (this.path === `${this.#base}/plan`) {
        const onward = this.#wayToLetter();
        if (!onward) break;
        await this.open(onward);
        if (this.path === `${this.#base}/plan`) break;
        continue;
      }
      const slug = this.#slug();
      if (this.status !== 200 || !slug) {
        throw this.#error(`the walk ends nowhere, after ${visited.join(', ')}`);
      }
      if (visited.includes(slug) || visited.length === mostQuestions) {
        throw this.#error(`asked again, after ${visited.join(', ')}`);
      }
      visited.push(slug);
      await this.answer(persona[slug] ?? {});
    }
    return visited;
  }

  #wayToLetter(): string | undefined {
    const paths = ['questions/letter', 'check-answers', 'letter'].map((path) => `${this.#base}/${path}`);
    const links = this.#page.links.map((href) => new URL(href, this.#url));
    return paths
      .flatMap((path) => links.filter((url) => url.origin === this.#origin && url.pathname === path))
      .at(0)?.href;
  }

  async #visit(path: string, init: RequestInit): Promise<void> {
    let url = new URL(path, this.#url);
    let response = await this.fetch(url.href, init);
    for (let hops = 0; response.status === 303; hops += 1) {
      if (hops === mostRedirects) throw this.#error(`redirected without end, at last to ${url.pathname}`);
      const next = new URL(response.headers.get('Location') ?? '', url);
      if (next.origin !== this.#origin) break;
      url = next;
      await response.body?.cancel();
      response = await this.fetch(url.href);
    }
    this.#url = url;
    this.#status = response.status;
    this.#html = await response.text();
    this.#page = readPage(this.#html);
  }

  #slug(): string | undefined {
    const prefix = `${this.#base}/questions/`;
    return this.path.startsWith(prefix) ? this.path.slice(prefix.length) : undefined;
  }

  #name(): string {
    return this.#slug() ?? this.path;
  }

  #error(message: string, about = this.#name()): Error {
    return new Error(`${about}: ${message} (now ${this.status} at ${this.path})`);
  }
}
