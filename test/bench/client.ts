import { Agent, request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';

export interface Sent {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** As received, still compressed. */
  readonly body: Buffer;
}

// Connections stay open, as a browser's do, so that pages are measured and not TCP.
const agent = new Agent({ keepAlive: true });

/** The headers that a browser sends with every page request. */
const BROWSER = {
  Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'Accept-Language': 'en-GB,en;q=0.5',
  'Sec-Fetch-Dest': 'document',
  'Sec-Fetch-Mode': 'navigate',
  'Sec-Fetch-Site': 'same-origin',
  'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
};

/** Sends one request, without following redirects, and reads the whole response. */
export async function send(sent: Sent): Promise<Answer> {
  const { method, url, headers, body } = sent;
  const form =
    body === undefined
      ? {}
      : { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) };
  const sending = request(url, { agent, method, headers: { ...BROWSER, ...form, ...headers } });
  sending.end(body);
  let answer: IncomingMessage;
  try {
    [answer] = (await once(sending, 'response')) as [IncomingMessage];
  } catch (error) {
    // The server closed an idle connection just as it was reused. A browser would try again, and so do we.
    if (sending.reusedSocket && (error as NodeJS.ErrnoException).code === 'ECONNRESET') return send(sent);
    throw new Error(`${method} ${url} got no answer`, { cause: error });
  }
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) };
}
