import { z } from 'zod';
import { firstDue, type Ledger } from './facts.ts';
import { factsToldIn, toPage } from './markdown.ts';
import { type Report, readFolder } from './read.ts';
import { factsByGrade, type FactSource, sourcesOf } from './sources.ts';

const pageSchema = z.strictObject({ title: z.string() });
const sectionSchema = z.strictObject({ title: z.string(), section: z.string() });

/** A page of prose, with its places still to be filled. */
export interface PageWords {
  readonly title: string;
  readonly html: string;
  readonly contents: readonly { readonly id: string; readonly text: string }[];
}

/** A section of the guide. */
export interface GuideSection extends PageWords {
  readonly slug: string;
  /** The factsheet's section that it follows, by id. */
  readonly section: string;
  readonly sources: readonly FactSource[];
  /** The day by which the first of its facts is due to be checked again. */
  readonly reviewBy: string;
}

/** The names of the pages that the product shows. */
const PAGES = [
  'start',
  'urgent-help',
  'privacy',
  'cookies',
  'accessibility',
  'about',
  'finish',
  'finished',
  'next-person',
  'next-person-done',
  'save',
  'saved',
  'resume',
  'record',
  'record-full',
  'record-gone',
  'record-delete',
  'record-delete-all',
  'gone',
  'not-found',
  'problem',
  'too-many',
  'refused',
  'bad-request',
  'too-large',
  'unavailable',
  'letter-too-long',
  'pdf-busy',
] as const;

export type PageName = (typeof PAGES)[number];

/** Reads the pages; `{factsByGrade}` in a table gives its rows, from the ledger. */
export function readPages(
  folder: string,
  ledger: Ledger,
  report: Report,
): Readonly<Record<PageName, PageWords>> {
  const entries = readFolder(folder, pageSchema, report);
  for (const name of PAGES) if (!entries.has(name)) report(`pages/${name}.md is missing`);
  const known: readonly string[] = PAGES;
  for (const [name, { body }] of entries) {
    if (!known.includes(name)) report(`pages/${name}.md: no page shows it`);
    checkFacts(`pages/${name}.md`, body, ledger, report);
  }
  return Object.fromEntries(
    [...entries].map(([name, { front, body }]) => [
      name,
      { title: front.title, ...toPage(body.replace('{factsByGrade}', factsByGrade(ledger))) },
    ]),
  ) as Record<PageName, PageWords>;
}

/** Reads the guide, in the order of the factsheet. It must use every fact of the ledger. */
export function readGuide(folder: string, ledger: Ledger, report: Report): readonly GuideSection[] {
  const entries = [...readFolder(folder, sectionSchema, report).values()];
  const told = new Set(
    entries.flatMap(({ name, body }) => checkFacts(`guide/${name}.md`, body, ledger, report)),
  );
  for (const id of ledger.byId.keys()) if (!told.has(id)) report(`the guide does not tell fact ${id}`);
  const order = [...ledger.sectionTitles.keys()];
  return entries
    .toSorted((a, b) => order.indexOf(a.front.section) - order.indexOf(b.front.section))
    .map(({ name, front, body }) => {
      if (!ledger.sectionTitles.has(front.section))
        report(`guide/${name}.md: there is no section ${front.section}`);
      const facts = factsToldIn(body).flatMap((id) => ledger.byId.get(id) ?? []);
      return {
        slug: name,
        title: front.title,
        section: front.section,
        ...toPage(body),
        sources: sourcesOf(facts, ledger),
        reviewBy: firstDue(facts),
      };
    });
}

function checkFacts(file: string, body: string, ledger: Ledger, report: Report): readonly string[] {
  const told = factsToldIn(body);
  for (const id of told) if (!ledger.byId.has(id)) report(`${file}: there is no fact ${id}`);
  return told;
}
