import { Router } from 'express';
import { addDays } from '../../questionnaire/calendar.ts';
import type { PageServices } from '../services.ts';

/** As long as RFC 9116 recommends; each start of the server begins it anew. */
const VALID_DAYS = 365;

/** Whom to tell of a weakness, as RFC 9116 has it. */
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
