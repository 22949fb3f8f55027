import type { Sent } from './client.ts';
import type { MeasuredServer } from './measured-process.ts';
import { ourRequests, PAGE_IDS } from './page-requests.ts';

/** Somebody with a journey, and the requests of their browser: two questions, their answers, check answers. */
export interface Person {
  readonly url: string;
  readonly requests: readonly (Omit<Sent, 'url'> & { readonly path: string })[];
  readonly letter: Sent;
}

export async function loadPeople(server: MeasuredServer, count: number): Promise<Person[]> {
  const people: Person[] = [];
  while (people.length < count) people.push(await person(server));
  return people;
}

async function person(server: MeasuredServer): Promise<Person> {
  const { requests, letter } = await ourRequests(server);
  const sent = PAGE_IDS.map((page) => requests[page][0]!);
  return {
    url: server.origin,
    requests: sent.map(({ url, headers, ...rest }) => ({
      ...rest,
      path: new URL(url).pathname,
      headers: {
        ...headers,
        'Sec-Fetch-Site': 'same-origin',
        'Accept-Encoding': 'gzip',
        'Content-Type': 'application/x-www-form-urlencoded',
      },
    })),
    letter: { method: 'GET', url: server.origin + letter, headers: sent[0]!.headers },
  };
}
