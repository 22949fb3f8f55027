import { Router } from 'express';
import { type Day, spellDay } from '../../questionnaire/calendar.ts';
import { oneText } from '../../questionnaire/fields/field.ts';
import { KEEP_FOR } from '../../store/keep-for.ts';
import { secretOf, setSessionCookie } from '../cookie.ts';
import { formOf } from '../forms.ts';
import { inJourney, openJourney } from '../journey.ts';
import { nextAddress, resumeAddress } from '../next-address.ts';
import type { Pages } from '../page.ts';
import { HttpError } from '../http-error.ts';
import type { PageServices } from '../services.ts';

/** Four groups of four, with whatever somebody puts between them. */
const LONGEST_TYPED_CODE = 100;

/** A code to carry on later or elsewhere, and taking it up. */
export function savingPages(services: PageServices, pages: Pages): Router {
  const router = Router();
  const { config, journeys } = services;

  router.get(
    '/journey/:id/save',
    inJourney(services, (_request, response, open) => {
      pages.send(
        response,
        'save',
        { ...pages.prose('save'), backLink: nextAddress(open, 'letter', undefined) },
        open,
      );
    }),
  );

  router.post(
    '/journey/:id/save',
    inJourney(services, async (request, response, open) => {
      const { 'keep-for': wanted = '28-days' } = formOf(request);
      const keepFor = KEEP_FOR.find((each) => each === wanted);
      if (!keepFor) throw new HttpError('bad-request');
      const saved = await open.journey.save(keepFor);
      if (saved === 'gone') throw new HttpError('gone');
      if (saved === 'too-many') throw new HttpError('unavailable');
      const until = spellDay(saved.until as Day);
      const carryOn = nextAddress(open, 'letter', undefined);
      pages.send(response, 'saved', { ...pages.prose('saved'), code: saved.code, until, carryOn }, open);
    }),
  );

  router.get('/resume', (_request, response) => {
    pages.send(response, 'resume', { ...pages.prose('resume'), code: '', errors: [] });
  });

  router.post('/resume', async (request, response) => {
    const typed = oneText(formOf(request), 'code').trim();
    // By its length first: what is longer is no code, and is not looked through.
    const isCode = typed !== '' && typed.length <= LONGEST_TYPED_CODE;
    const started = isCode ? await journeys.resume(secretOf(config, request), typed) : undefined;
    const journey = started && (await journeys.open(started.secret, started.id));
    if (started && journey) {
      setSessionCookie(config, request, response, started.secret);
      return response.redirect(303, resumeAddress(openJourney(started.secret, journey, services)));
    }
    response.status(422);
    pages.send(response, 'resume', {
      ...pages.prose('resume'),
      code: typed,
      errors: [{ code: typed === '' ? 'empty' : 'wrong' }],
    });
  });

  return router;
}
