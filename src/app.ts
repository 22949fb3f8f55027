import { join } from 'node:path';
import express, { type Express } from 'express';
import { assetPages, readAssets } from './web/assets.ts';
import { cardPages } from './web/card-page.ts';
import { checkAnswersPages } from './web/check-answers-page.ts';
import { endingPages } from './web/ending-pages.ts';
import { errorPages, notFound } from './web/error-pages.ts';
import { readForms } from './web/form.ts';
import { healthPages, Metrics, observed } from './web/health-pages.ts';
import { largePrintPages } from './web/large-print.ts';
import { letterPages } from './web/letter-page.ts';
import { rateLimits } from './web/limits.ts';
import { Pages } from './web/page.ts';
import { planPages } from './web/plan-page.ts';
import { prosePages } from './web/prose-pages.ts';
import { questionPages } from './web/question-page.ts';
import { reminderPages } from './web/reminder-pages.ts';
import { savingPages } from './web/saving-pages.ts';
import { sameSiteOnly, securityHeaders } from './web/security.ts';
import type { Parts, Services } from './web/services.ts';
import { startPages } from './web/start-pages.ts';
import { createViews } from './web/views.ts';

export { messagesOf } from './web/messages.ts';

/** The whole product behind one handler. The server and the tests make it of the same parts. */
export function createApp(parts: Parts): Express {
  const { config, root } = parts;
  const assets = readAssets(join(root, 'public/built'));
  const services: Services = { ...parts, assets, views: createViews(join(root, 'views')) };
  const app = express();
  app
    .disable('x-powered-by')
    .disable('etag')
    .set('trust proxy', config.trustProxy)
    .set('query parser', 'simple');

  const pages = new Pages(services);
  const metrics = new Metrics();
  const limits = rateLimits(config);

  app.use(observed(services, metrics), securityHeaders(config));
  app.use(healthPages(services, metrics), assetPages(assets));
  // Refused before it is read, so that what another site sends never comes back in a page of ours.
  app.use(sameSiteOnly(config), ...readForms, limits.general);
  app.post('/resume', limits.codes);
  app.get(['/journey/:id/letter.pdf', '/journey/:id/card.pdf'], limits.pdfs);

  // The page that is asked for most, first.
  app.use(questionPages(services, pages));
  app.use(startPages(services, pages, metrics));
  app.use(prosePages(services, pages));
  app.use(planPages(services, pages));
  app.use(cardPages(services, pages));
  app.use(checkAnswersPages(services, pages));
  app.use(letterPages(services, pages, metrics));
  app.use(reminderPages(services, pages));
  app.use(savingPages(services, pages));
  app.use(largePrintPages(services));
  app.use(endingPages(services, pages, metrics));

  app.use(notFound);
  app.use(errorPages(services, pages));
  return app;
}
