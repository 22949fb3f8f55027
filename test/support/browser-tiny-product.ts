import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

const questions: Record<string, string> = {
  who: ['me', 'nobody'].map((value) => `<input type="radio" name="who" value="${value}">`).join(''),
  nickname: '<input name="nickname">',
  letter: ['a', 'b'].map((value) => `<input type="checkbox" name="letter" value="${value}">`).join(''),
};

/** A tiny app with three questions and a plan that keeps the contract, to test the driver on. */
export async function tinyProduct(): Promise<{ origin: string; close: () => void }> {
  const journeys: Record<string, Map<string, string>> = {};

  const server = createServer((request, response) => {
    const { method, url = '', headers } = request;
    const post = method === 'POST';
    const show = (status: number, main: string) => response.writeHead(status).end(`<main>${main}</main>`);
    const go = (to: string, cookie = '') => {
      response.writeHead(303, { Location: to, ...(cookie && { 'Set-Cookie': cookie }) }).end();
    };
    const sameSite =
      headers['sec-fetch-site'] === 'same-origin' && headers.origin === `http://${headers.host}`;
    if (post && !sameSite) return show(403, 'refused');
    if (url === '/start') {
      const id = `${Object.keys(journeys).length + 1}`;
      journeys[id] = new Map();
      return go(`/j/${id}/questions/who`, `key${id}=secret; Path=/j/${id}; HttpOnly`);
    }

    const [, , id = '', page = '', slug = ''] = url.split('?')[0]!.split('/');
    const answers = journeys[id];
    if (!answers || headers.cookie !== `key${id}=secret`) return show(404, 'no such page');
    const rest = [...answers].map(([asked, sent]) => (sent.includes('=') ? sent : `${asked}=`)).join(' ');
    if (page !== 'questions') {
      const onward = answers.get('who') === 'who=me' ? '<a href="questions/letter?from=plan">Go on</a>' : '';
      return show(200, page === 'plan' ? onward : rest);
    }
    if (!post) return show(200, `<form method="post">${questions[slug]}<button>Continue</button></form>`);
    void text(request).then((sent) => {
      if (slug !== 'nickname' && !sent) {
        const alert = `<div role="alert">Select ${slug}</div>`;
        return show(422, `${alert}<form method="post">${questions[slug]}</form>`);
      }
      answers.set(slug, sent);
      const next = { who: 'questions/nickname', nickname: 'plan' }[slug] ?? 'check-answers';
      go(`/j/${id}/${next}`);
    });
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
