import { Router } from 'express';
import type { GuideSection } from '../../content/pages.ts';
import type { Pages } from '../page.ts';
import { HttpError } from '../http-error.ts';
import type { PageServices } from '../services.ts';

const PROSE = ['urgent-help', 'privacy', 'cookies', 'accessibility', 'about'] as const;

/** The pages to read without answering anything: the guide, urgent help, and what we say of ourselves. */
export function prosePages(services: PageServices, pages: Pages): Router {
  const router = Router();
  const { guide, ledger } = services.content;

  for (const name of PROSE) {
    router.get(`/${name}`, (_request, response) => {
      pages.send(response, 'page', pages.prose(name));
    });
  }

  router.get('/guide', (_request, response) => {
    pages.send(response, 'guide', { sections: guide });
  });

  router.get('/guide/:section', (request, response) => {
    const index = guide.findIndex(({ slug }) => slug === request.params.section);
    const section = guide[index];
    if (!section) throw new HttpError('not-found');
    pages.send(response, 'guide-section', {
      title: section.title,
      backLink: '/guide',
      section,
      html: pages.dated(section.html),
      factsheetTitle: ledger.sectionTitles.get(section.section),
      isFactsheet: section.section !== 'N',
      overdue: section.reviewBy < services.today(),
      next: guide[index + 1] satisfies GuideSection | undefined,
    });
  });

  return router;
}
