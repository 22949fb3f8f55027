import { Router } from 'express';
import { type Day, spellDay } from '../../questionnaire/calendar.ts';
import { holdSecret, secretOf } from '../cookie.ts';
import { oneText } from '../../questionnaire/fields/field.ts';
import { formOf } from '../forms.ts';
import { baseOf, inJourney } from '../journey.ts';
import { nextAddress } from '../next-address.ts';
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
    inJourney(services, async (_request, response, open) => {
      const saved = await journeys.save(open.secret, open.id);
      if (!saved) throw new HttpError('gone');
      const until = spellDay(saved.until.toISOString().slice(0, 10) as Day);
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
    const held = isCode ? await journeys.resume(secretOf(config, request), typed) : undefined;
    if (held) {
      holdSecret(config, request, response, held.secret);
      // The code is used up now, so nothing here may fail: an address of the journey, which leads on to where
      // the person was, or to the page that says that the store is away.
      return response.redirect(303, `${baseOf(held.id)}/check-answers`);
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
