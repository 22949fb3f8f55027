interface Cookie {
  name: string;
  value: string;
  path: string;
}

/** The cookies of one browser, shared by its tabs. It knows names, paths and expiry, which is all the app uses. */
export class CookieJar {
  #cookies: Cookie[] = [];

  /** Keeps the cookies that a response sets, and drops those that it expires. */
  keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const [name, value] = cut(pair);
      const settings = new Map(attributes.map(cut).map(([key, text]) => [key.toLowerCase(), text]));
      const path = settings.get('path') ?? '/';
      this.#cookies = this.#cookies.filter((cookie) => cookie.name !== name || cookie.path !== path);
      if (!isExpired(settings)) this.#cookies.push({ name, value, path });
    }
  }

  /** The `Cookie` header for an address. */
  header(path: string): string {
    const sent = this.#cookies.filter((cookie) => covers(cookie.path, path));
    return sent.map(({ name, value }) => `${name}=${value}`).join('; ');
  }
}

function cut(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}

function isExpired(settings: Map<string, string>): boolean {
  const seconds = settings.get('max-age');
  if (seconds !== undefined) return Number(seconds) <= 0;
  const expires = settings.get('expires');
  return expires !== undefined && Date.parse(expires) <= Date.now();
}

function covers(cookiePath: string, path: string): boolean {
  return path === cookiePath || path.startsWith(cookiePath.endsWith('/') ? cookiePath : `${cookiePath}/`);
}
