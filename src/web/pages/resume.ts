import { setTimeout as pause } from 'node:timers/promises';
import { type Request, type Response, Router } from 'express';
import { oneText } from '../../questionnaire/fields/field.ts';
import { secretOf, setSessionCookie } from '../cookie.ts';
import { formOf } from '../forms.ts';
import { openJourney } from '../journey.ts';
import type { RateLimits } from '../limits.ts';
import { resumeAddress } from '../next-address.ts';
import type { Pages } from '../page.ts';
import type { PageServices } from '../services.ts';
import { wayBack } from '../ways-back.ts';

/** Enough for four groups of four with anything that people put between them. */
const LONGEST_TYPED_CODE = 100;

/** Carrying on with a code. A right code is never refused by a limit; wrong ones are delayed and counted. */
export function resumePages(
  services: PageServices,
  pages: Pages,
  { wrongCodes, wrongCodeMs }: RateLimits,
): Router {
  const router = Router();
  const { config, journeys } = services;

  function show(response: Response, typed: string): void {
    response.status(422);
    const errors = [{ code: typed === '' ? 'empty' : 'wrong' }];
    pages.send(response, 'resume', { ...pages.prose('resume'), code: typed, errors });
  }

  router.get('/resume', async (request, response) => {
    const back = await wayBack(services, request);
    pages.send(response, 'resume', { ...pages.prose('resume'), wayBack: back, code: '', errors: [] });
  });

  router.post(
    '/resume',
    async (request: Request, response: Response, next) => {
      const typed = typedCode(request);
      if (typed === '') return show(response, typed);
      // Cut first, as longer text is not a code and need not be read.
      const code = typed.slice(0, LONGEST_TYPED_CODE + 1);
      const started = await journeys.resume(secretOf(config, request), code);
      const journey = started && (await journeys.open(started.secret, started.id));
      if (started && journey) {
        setSessionCookie(config, request, response, started.secret);
        const open = openJourney(started.secret, journey, services);
        return response.redirect(303, `${resumeAddress(open)}?resumed`);
      }
      await pause(wrongCodeMs);
      next();
    },
    wrongCodes,
    (request, response) => show(response, typedCode(request)),
  );

  return router;
}

const typedCode = (request: Request): string => oneText(formOf(request), 'code').trim();
