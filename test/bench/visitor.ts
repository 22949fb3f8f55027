import { CookieJar } from '../support/browser-cookies.ts';
import { filledIn, readPage, type Fields } from '../support/browser-form.ts';

/** Somebody who fills in the forms of any server without JavaScript; `Driver` knows only our product. */
export class Visitor {
  readonly #origin: string;
  readonly #jar: CookieJar;
  #path = '/';
  html = '';

  constructor(origin: string, jar = new CookieJar()) {
    this.#origin = origin;
    this.#jar = jar;
  }

  /** The text of the page, with runs of white space made single spaces. */
  get text(): string {
    return readPage(this.html).text;
  }

  cookies(path = this.#path): string {
    return this.#jar.header(path);
  }

  /** Opens a page, and follows redirects. */
  async open(path: string, init: RequestInit = {}): Promise<void> {
    const url = new URL(path, this.#origin);
    const cookie = this.#jar.header(url.pathname);
    const headers = { 'Sec-Fetch-Site': 'same-origin', ...(cookie && { Cookie: cookie }) };
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    this.#jar.keep(answer);
    const onward = answer.headers.get('Location');
    if (onward) {
      await answer.body?.cancel();
      return this.open(new URL(onward, url).pathname);
    }
    if (!answer.ok) throw new Error(`${url.href}: ${answer.status} ${await answer.text()}`);
    this.#path = url.pathname;
    this.html = await answer.text();
  }

  /** What a browser would post from this page, and where. */
  filledIn(fields: Fields): { path: string; body: URLSearchParams } {
    const { form } = readPage(this.html);
    if (form?.method !== 'post') throw new Error(`${this.#path} has no form to post`);
    const path = new URL(form.action ?? '', new URL(this.#path, this.#origin)).pathname;
    return { path, body: filledIn(form, fields) };
  }

  async answer(fields: Fields): Promise<void> {
    const { path, body } = this.filledIn(fields);
    await this.open(path, { method: 'POST', body });
  }
}
