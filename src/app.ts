import { join } from 'node:path';
import express, { type Express } from 'express';
import { assetPages, readAssets } from './web/assets.ts';
import { cardPages } from './web/pages/card.ts';
import { checkAnswersPages } from './web/pages/check-answers.ts';
import { endingPages } from './web/pages/endings.ts';
import { errorPages, notFound } from './web/errors.ts';
import { readForms } from './web/forms.ts';
import { heldPages } from './web/pages/held.ts';
import { healthPages } from './web/pages/health.ts';
import { Metrics } from './web/metrics.ts';
import { requestLog } from './web/request-log.ts';
import { leavePages } from './web/pages/leave.ts';
import { largePrintPages } from './web/pages/large-print.ts';
import { letterPages } from './web/pages/letter.ts';
import { rateLimits } from './web/limits.ts';
import { Pages } from './web/page.ts';
import { paperPages } from './web/pages/paper.ts';
import { planPages } from './web/pages/plan.ts';
import { prosePages } from './web/pages/prose.ts';
import { questionPages } from './web/pages/question.ts';
import { recordPages } from './web/pages/record.ts';
import { recordAddPages } from './web/pages/record-add.ts';
import { recordEntryPages } from './web/pages/record-entry.ts';
import { recordLetterPages } from './web/pages/record-letter.ts';
import { recordSentPages } from './web/pages/record-sent.ts';
import { recordSheetPages } from './web/pages/record-sheet.ts';
import { reminderPages } from './web/pages/reminder.ts';
import { resumePages } from './web/pages/resume.ts';
import { savePages } from './web/pages/save.ts';
import { securityTxtPages } from './web/pages/security-txt.ts';
import { sameSiteOnly } from './web/same-site.ts';
import { privacyHeaders, securityHeaders } from './web/security-headers.ts';
import type { Services, PageServices } from './web/services.ts';
import { startPages } from './web/pages/start.ts';
import { createViews } from './web/views.ts';

/** The whole product behind one handler. The server and the tests build it from the same parts. */
export function createApp(parts: Services): Express {
  const { config, root } = parts;
  const assets = readAssets(join(root, 'public/built'));
  const services: PageServices = { ...parts, assets, views: createViews(join(root, 'views')) };
  const app = express();
  app
    .disable('x-powered-by')
    .disable('etag')
    .set('trust proxy', config.trustProxy)
    .set('query parser', 'simple');

  const pages = new Pages(services);
  const metrics = new Metrics();
  const limits = rateLimits(config);

  app.use(requestLog(services, metrics), securityHeaders(config), privacyHeaders);
  app.use(healthPages(services, metrics), assetPages(assets), securityTxtPages(services));
  // Refused before the body is read, so that another site's input never comes back in one of our pages.
  app.use(sameSiteOnly(config), ...readForms, limits.general);
  app.get(
    ['letter.pdf', 'card.pdf', 'record.pdf', 'record/:entry/letter.pdf'].map(
      (file) => `/journey/:id/${file}`,
    ),
    limits.pdfs,
  );

  // The most requested pages first.
  app.use(questionPages(services, pages));
  app.use(heldPages(services));
  app.use(startPages(services, pages, metrics));
  app.use(prosePages(services, pages));
  app.use(paperPages(services));
  app.use(planPages(services, pages));
  app.use(cardPages(services, pages));
  app.use(checkAnswersPages(services, pages));
  app.use(letterPages(services, pages, metrics));
  app.use(recordPages(services, pages));
  app.use(recordAddPages(services, pages));
  app.use(recordSentPages(services, pages));
  app.use(recordLetterPages(services, pages));
  app.use(recordSheetPages(services));
  app.use(recordEntryPages(services, pages));
  app.use(reminderPages(services, pages));
  app.use(savePages(services, pages));
  app.use(resumePages(services, pages, limits));
  app.use(largePrintPages(services));
  app.use(endingPages(services, pages, metrics));
  app.use(leavePages(services));

  app.use(notFound);
  app.use(errorPages(services, pages));
  return app;
}
