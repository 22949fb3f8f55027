import { type Response, Router } from 'express';
import { z } from 'zod';
import { type Day, spellDay } from '../../questionnaire/calendar.ts';
import { KEEP_FOR, lastDay } from '../../store/keep-for.ts';
import { formOf } from '../forms.ts';
import { inJourney, type OpenJourney, orThrowGone } from '../journey.ts';
import { resumeAddress } from '../next-address.ts';
import type { Pages } from '../page.ts';
import { goOnTo } from '../post-only.ts';
import type { PageServices } from '../services.ts';
import { suggestedKeepFor } from './keep-suggested.ts';

const ADDRESS = '/journey/:id/save';

const keepForSchema = z.enum(KEEP_FOR).default('28-days');

/** The pages that make a code to carry on later or elsewhere, keep it for longer, and stop it. */
export function savePages(services: PageServices, pages: Pages): Router {
  const router = Router();

  function show(response: Response, open: OpenJourney, error?: 'unknown' | 'too-many'): void {
    response.status(error ? 422 : 200);
    const noon = Date.parse(`${open.today}T12:00:00Z`);
    pages.send(
      response,
      'save',
      {
        ...pages.prose('save'),
        backLink: resumeAddress(open),
        choices: KEEP_FOR.map((value) => ({ value, until: spellDay(lastDay(value, noon) as Day) })),
        chosen: suggestedKeepFor(open),
        codes: open.journey.codes.map((day) => spellDay(day as Day)),
        errors: error ? [{ code: error }] : [],
      },
      open,
    );
  }

  router.get(
    ADDRESS,
    inJourney(services, (_request, response, open) => show(response, open)),
  );

  router.post(
    ADDRESS,
    inJourney(services, async (request, response, open) => {
      const keepFor = keepForSchema.safeParse(formOf(request)['keep-for']);
      if (!keepFor.success) return show(response, open, 'unknown');
      const saved = orThrowGone(await open.journey.save(keepFor.data));
      if (saved === 'too-many') return show(response, open, 'too-many');
      const until = spellDay(saved.until as Day);
      pages.send(
        response,
        'saved',
        {
          ...pages.prose('saved'),
          bodyClass: 'page-saved',
          code: saved.code,
          until,
          resumeAt: `${services.config.publicOrigin ?? `${request.protocol}://${request.get('Host')}`}/resume`,
          carryOn: resumeAddress(open),
        },
        open,
      );
    }),
  );

  router.post(
    `${ADDRESS}/longer`,
    inJourney(services, async (request, response, open) => {
      const keepFor = keepForSchema.safeParse(formOf(request)['keep-for']);
      if (!keepFor.success) return show(response, open, 'unknown');
      orThrowGone(await open.journey.keepLonger(keepFor.data));
      response.redirect(303, `${open.base}/save`);
    }),
  );

  router.post(
    `${ADDRESS}/stop`,
    inJourney(services, async (_request, response, open) => {
      orThrowGone(await open.journey.stopCodes());
      response.redirect(303, `${open.base}/save`);
    }),
  );

  for (const address of ['longer', 'stop'])
    router.get(
      `${ADDRESS}/${address}`,
      goOnTo(({ id }) => `/journey/${id}/save`),
    );

  return router;
}
