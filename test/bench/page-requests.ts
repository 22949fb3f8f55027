import type { MeasuredServer } from './measured-process.ts';
import { Driver } from '../support/driver.ts';
import { CookieJar } from '../support/browser-cookies.ts';
import { personaFor } from '../support/personas.ts';
import { type Answer, send, type Sent } from './client.ts';
import { type PageWords, pageWords, RADIOS, TEXT } from './page-words.ts';
import { Visitor } from './visitor.ts';

/** What is measured on every server, in the order of the tables. */
export const PAGES = {
  radios: 'show ten radios',
  'radios taken': 'take their answer',
  text: 'show a text question',
  'text taken': 'take its answer',
  check: 'check answers',
} as const;

export type PageId = keyof typeof PAGES;
export const PAGE_IDS = Object.keys(PAGES) as PageId[];
export const isTaken = (page: PageId): boolean => page.endsWith('taken');

/** The requests to one server. Those of a page are sent in turn, so that each answer differs from the stored one. */
export type PageRequests = Readonly<Record<PageId, readonly Sent[]>>;

const persona = personaFor('second-opinion-treatment', 'patient');
const answers = {
  [RADIOS]: ['depression', 'anxiety'],
  [TEXT]: [
    'I would like to bring my brother to the appointment.',
    'I would like to bring my brother, who knows me well, and to have time to ask what I did not dare to ask before.',
  ],
};

/** Answers every question of our product, and returns the requests to measure and the words that its pages show. */
export async function ourRequests(server: MeasuredServer) {
  const jar = new CookieJar();
  const driver = new Driver(server.origin, jar);
  await driver.start();
  await driver.walk(persona);
  const words = pageWords(driver.html);
  const { base } = driver;
  const paths = {
    radios: `${base}/questions/${RADIOS}`,
    text: `${base}/questions/${TEXT}`,
    check: `${base}/check-answers`,
  };
  const visitor = new Visitor(server.origin, jar);
  return { words, letter: `${base}/letter.pdf`, requests: await requestsOf(server, visitor, paths, words) };
}

/** Answers both questions of a peer's wizard, and returns the requests to measure. */
export async function peerRequests(server: MeasuredServer, words: PageWords): Promise<PageRequests> {
  const visitor = new Visitor(server.origin);
  const paths = { radios: `/${RADIOS}`, text: `/${TEXT}`, check: '/check-answers' };
  await visitor.open(paths.radios);
  for (const name of [RADIOS, TEXT] as const) await visitor.answer({ [name]: persona[name]![name]! });
  return requestsOf(server, visitor, paths, words);
}

/** The requests to the bare server, for as many bytes as our product sends without compression. */
export async function bareRequests({ origin }: MeasuredServer, ours: PageRequests): Promise<PageRequests> {
  const requests: Partial<Record<PageId, Sent[]>> = {};
  for (const page of PAGE_IDS) {
    requests[page] = [];
    for (const sent of ours[page]) {
      const { body } = await send({ ...sent, headers: { ...sent.headers, 'Accept-Encoding': 'identity' } });
      requests[page].push({ ...sent, url: `${origin}/${body.length}` });
    }
  }
  return requests as PageRequests;
}

async function requestsOf(
  { origin }: MeasuredServer,
  visitor: Visitor,
  paths: Readonly<Record<'radios' | 'text' | 'check', string>>,
  words: PageWords,
): Promise<PageRequests> {
  const headers = () => ({ Cookie: visitor.cookies(paths.radios) });
  const shown = async (path: string, expected: readonly string[]): Promise<Sent[]> => {
    await visitor.open(path);
    const missing = expected.filter((text) => !visitor.text.includes(text));
    if (missing.length > 0) throw new Error(`${origin}${path} does not say: ${missing.join('; ')}`);
    return [{ method: 'GET', url: origin + path, headers: headers() }];
  };
  const taken = async (path: string, name: keyof typeof answers): Promise<Sent[]> => {
    await visitor.open(path);
    return answers[name].map((answer) => {
      const { path: to, body } = visitor.filledIn({ [name]: answer });
      return { method: 'POST', url: origin + to, headers: headers(), body: body.toString() };
    });
  };
  const { radios, text, letterRows, situationRows } = words;
  return {
    radios: await shown(paths.radios, [
      radios.title,
      radios.hint,
      radios.why,
      ...radios.options.flatMap(({ label, hint = '' }) => [label, hint]),
    ]),
    'radios taken': await taken(paths.radios, RADIOS),
    text: await shown(paths.text, [text.title, text.hint, text.why, ...text.paragraphs]),
    'text taken': await taken(paths.text, TEXT),
    check: await shown(
      paths.check,
      [...letterRows, ...situationRows].flatMap(({ key, lines }) => [key, ...lines]),
    ),
  };
}

/**
 * Checks a response before it counts.
 * @throws Error if it is not what a person who uses the server would expect
 */
export function assertAnswered(page: PageId, sent: Sent, { status }: Answer): void {
  const isFine = status === 200 || (isTaken(page) && (status === 302 || status === 303));
  if (!isFine) throw new Error(`${page}: ${sent.method} ${sent.url} answered ${status}`);
}
