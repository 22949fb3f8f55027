import { Router } from 'express';
import { addDays } from '../../questionnaire/calendar.ts';
import type { PageServices } from '../services.ts';

/** The longest that RFC 9116 recommends, from each start of the server. */
const VALID_DAYS = 365;

/** Whom to contact about a security problem (RFC 9116). */
export function securityTxtPages({ config, today }: PageServices): Router {
  const router = Router();
  const lines = [
    `Contact: mailto:${config.contactEmail}`,
    `Expires: ${addDays(today(), VALID_DAYS)}T00:00:00.000Z`,
    'Preferred-Languages: en',
    config.publicOrigin && `Canonical: ${config.publicOrigin}/.well-known/security.txt`,
  ].filter((line) => line !== undefined);
  const text = `${lines.join('\n')}\n`;

  router.get('/.well-known/security.txt', (_request, response) => {
    response.type('text/plain; charset=utf-8').send(text);
  });

  return router;
}
