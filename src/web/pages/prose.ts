import { Router } from 'express';
import type { GuideSection } from '../../content/pages.ts';
import { type FactSource, sourcesOf } from '../../content/sources.ts';
import { renderHtml } from '../../formats/html.ts';
import type { Pages } from '../page.ts';
import { HttpError } from '../http-error.ts';
import type { PageServices } from '../services.ts';
import { wayBack } from '../ways-back.ts';

const PROSE = ['urgent-help', 'privacy', 'cookies', 'accessibility', 'about'] as const;

/** The section of the guide that shows every letter. */
const SAMPLES = 'sample-letters';

/** The pages to read without answering anything: the guide, urgent help, and pages about the service. */
export function prosePages(services: PageServices, pages: Pages): Router {
  const router = Router();
  const { guide, ledger } = services.content;
  const samples = services.content.samples.map(({ letter, ...sample }) => ({
    ...sample,
    letterHtml: renderHtml(letter.document, 3),
  }));

  const facts = samples.flatMap((sample) => sample.facts.flatMap((id) => ledger.byId.get(id) ?? []));
  const headings = samples.map(({ id, title }) => ({ id, text: title }));

  for (const name of PROSE) {
    router.get(`/${name}`, async (request, response) => {
      const back = await wayBack(services, request);
      const bodyClass = name === 'urgent-help' ? 'page-urgent' : '';
      pages.send(response, 'page', { ...pages.prose(name), bodyClass, wayBack: back });
    });
  }

  router.get('/guide', async (request, response) => {
    const back = await wayBack(services, request);
    pages.send(response, 'guide', { sections: guide, wayBack: back });
  });

  router.get('/guide/:section', async (request, response) => {
    const index = guide.findIndex(({ slug }) => slug === request.params.section);
    const section = guide[index];
    if (!section) throw new HttpError('not-found');
    pages.send(response, 'guide-section', {
      title: section.title,
      backLink: '/guide',
      wayBack: await wayBack(services, request),
      section,
      contents: section.slug === SAMPLES ? [...section.contents, ...headings] : section.contents,
      html: pages.dated(section.html),
      factsheetTitle: ledger.sectionTitles.get(section.section),
      isFactsheet: section.section !== 'N',
      samples: section.slug === SAMPLES ? samples : [],
      sources:
        section.slug === SAMPLES ? together(section.sources, sourcesOf(facts, ledger)) : section.sources,
      overdue: section.reviewBy < services.today(),
      next: guide[index + 1] satisfies GuideSection | undefined,
    });
  });

  return router;
}

/** The sources of several parts of a page, each once. */
const together = (...parts: readonly (readonly FactSource[])[]): readonly FactSource[] => [
  ...new Map(parts.flat().map((source) => [JSON.stringify(source), source])).values(),
];
