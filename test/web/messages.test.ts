import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, it } from 'vitest';
import { messagesOf } from '../../src/web/messages.ts';

it('requests and responses have the prototypes of the app before it sees them', async () => {
  const app = express().get('/', (request, response) => void response.send(`hello ${request.path}`));
  const born: boolean[] = [];
  const server = createServer(messagesOf(app), (request, response) => {
    born.push(
      Object.getPrototypeOf(request) === app.request,
      Object.getPrototypeOf(response) === app.response,
    );
    app(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  expect(await answer.text()).toBe('hello /');
  expect(born).toEqual([true, true]);
  server.close();
});
