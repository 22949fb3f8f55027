import { z } from 'zod';
import type { Ledger } from './facts.ts';
import { factsToldIn, toHtml } from './markdown.ts';
import { type Report, readFolder } from './read.ts';
import { VIEWS } from './views-worded.ts';
import { type Reader, READERS, voicedAll } from './voices.ts';

export type ViewName = keyof typeof VIEWS;

/** The words of a view, for one reader. */
export interface ViewWords {
  readonly labels: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<string, { readonly html: string }>>;
}

export type ViewsWords = Readonly<Record<ViewName, Readonly<Record<Reader, ViewWords>>>>;

/** Reads the words of the views: labels in the front matter, and a part under each `## name`. */
export function readViews(folder: string, ledger: Ledger, report: Report): ViewsWords {
  const entries = readFolder(folder, z.record(z.string(), z.string()), report);
  for (const name of entries.keys()) if (!(name in VIEWS)) report(`views/${name}.md: no view shows it`);
  const views = Object.entries(VIEWS).map(([name, { labels, parts }]) => {
    const { front = {}, body = '' } = entries.get(name) ?? {};
    const texts = partsOf(body);
    const compare = (kind: string, needed: readonly string[], given: object) => {
      for (const one of needed) if (!(one in given)) report(`views/${name}.md: no ${kind} ${one}`);
      for (const one of Object.keys(given))
        if (!needed.includes(one)) report(`views/${name}.md: no view shows the ${kind} ${one}`);
    };
    compare('label', labels, front);
    compare('part', parts, texts);
    for (const fact of factsToldIn(body))
      if (!ledger.byId.has(fact)) report(`views/${name}.md: there is no fact ${fact}`);
    const inVoices = READERS.map((reader) => [reader, wordsFor(reader, front, texts)] as const);
    return [name, Object.fromEntries(inVoices)] as const;
  });
  return Object.fromEntries(views) as ViewsWords;
}

/** The Markdown under each `## name`, by name. */
function partsOf(body: string): Readonly<Record<string, string>> {
  const parts = body.split(/^## /m).slice(1);
  return Object.fromEntries(
    parts.map((part) => {
      const [name = '', ...lines] = part.split('\n');
      return [name.trim(), lines.join('\n').trim()];
    }),
  );
}

function wordsFor(
  reader: Reader,
  labels: Readonly<Record<string, string>>,
  texts: Readonly<Record<string, string>>,
): ViewWords {
  const html = Object.entries(voicedAll(texts, reader)).map(([name, text]) => [name, { html: toHtml(text) }]);
  return { labels: voicedAll(labels, reader), parts: Object.fromEntries(html) as ViewWords['parts'] };
}
