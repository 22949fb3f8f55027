import { fileURLToPath } from 'node:url';
import { loadContent } from '../src/content/content.ts';
import { factsToldIn } from '../src/content/markdown.ts';

/** `npm run show:facts`: a Markdown table of all facts, with their grades and where content uses them. */
const content = loadContent(fileURLToPath(new URL('../content', import.meta.url)));

const told = new Map<string, string[]>();
const add = (where: string, ids: readonly string[]) => {
  for (const id of new Set(ids)) told.set(id, [...(told.get(id) ?? []), where]);
};
for (const { slug, html } of content.guide) add(`guide/${slug}`, factsToldIn(html));
for (const [id, { facts }] of content.advice.oneself) add(id, facts);
for (const [name, { html }] of Object.entries(content.pages)) add(`/${name}`, factsToldIn(html));

console.log('| fact | today | grade | checked | review by | told in |\n|---|---|---|---|---|---|');
for (const { id, today, grade, checked, reviewBy } of content.ledger.byId.values())
  console.log(
    `| ${id} | ${today} | ${grade} | ${checked ?? ''} | ${reviewBy} | ${(told.get(id) ?? []).join(', ')} |`,
  );
