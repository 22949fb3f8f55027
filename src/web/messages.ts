import { IncomingMessage, ServerResponse, type ServerOptions } from 'node:http';
import type { Express } from 'express';

type Messages = Required<Pick<ServerOptions, 'IncomingMessage' | 'ServerResponse'>>;

/**
 * What `createServer` needs so that requests and responses are born with the app's own prototypes. Otherwise Express
 * changes the prototype of each, which V8 cannot optimise: on Node 20 that alone costs more than all of `node:http`.
 */
export function messagesOf({ request, response }: Express): Messages {
  // Plain functions, as only their prototype can be chosen; node:http's constructors are functions too.
  function AppRequest(this: IncomingMessage, ...given: ConstructorParameters<typeof IncomingMessage>) {
    Reflect.apply(IncomingMessage, this, given);
  }
  function AppResponse(this: ServerResponse, ...given: ConstructorParameters<typeof ServerResponse>) {
    Reflect.apply(ServerResponse, this, given);
  }
  AppRequest.prototype = request;
  AppResponse.prototype = response;
  return { IncomingMessage: AppRequest, ServerResponse: AppResponse } as unknown as Messages;
}
