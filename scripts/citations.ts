import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Content } from '../src/content/content.ts';
import type { Fact } from '../src/content/facts.ts';

/** A piece of text with the facts that it uses. */
export interface Citation {
  readonly where: string;
  readonly facts: readonly string[];
  readonly text: string;
}

const BLOCKS = ['p', 'li', 'td', 'th', 'h1', 'h2', 'h3', 'h4'];

/**
 * Every paragraph and list item of the guide, the pages and the views, and every item of advice, with the facts that it
 * cites; every label of the views, which cites none and so may rest on any; and what each fact itself says now.
 */
export function citationsIn({ guide, pages, views, advice, ledger }: Content): readonly Citation[] {
  const every = [...ledger.byId.keys()];
  return [
    ...guide.flatMap(({ slug, html }) => blocksOf(`guide/${slug}`, html)),
    ...Object.entries(pages).flatMap(([name, { html }]) => blocksOf(`pages/${name}`, html)),
    ...Object.entries(views).flatMap(([name, words]) =>
      Object.values(words.oneself.parts).flatMap(({ html }) => blocksOf(`views/${name}`, html)),
    ),
    ...Object.entries(views).flatMap(([name, words]) =>
      Object.values(words.oneself.labels).map((text) => ({ where: `views/${name}`, facts: every, text })),
    ),
    ...[...ledger.byId.values()].map(({ id, today, says, tell }) => ({
      where: `fact ${id}`,
      facts: [id],
      // What the factsheet itself said in 2016 is shown to nobody.
      text: tell ?? (today === 'added' ? says : ''),
    })),
    ...Object.values(advice).flatMap((items) =>
      [...items].map(([id, { html, facts }]) => ({
        where: `advice/${id}`,
        facts,
        text: textOf(parseFragment(html)),
      })),
    ),
  ];
}

function blocksOf(where: string, html: string): readonly Citation[] {
  const found: Citation[] = [];
  const visit = (node: Tree.ChildNode): void => {
    if (!('tagName' in node)) return;
    if (!BLOCKS.includes(node.tagName)) return node.childNodes.forEach(visit);
    const cited = node.attrs.find(({ name }) => name === 'data-facts')?.value;
    found.push({ where, facts: cited?.split(' ') ?? [], text: textOf(node) });
  };
  parseFragment(html).childNodes.forEach(visit);
  return found;
}

const textOf = (node: Tree.ParentNode): string =>
  node.childNodes
    .map((child) => ('value' in child ? child.value : 'childNodes' in child ? textOf(child) : ''))
    .join('');

/** Contact details: telephone numbers, emails and postcodes. */
const CONTACTS =
  /\b0\d[\d ]{6,}\d\b|\b\d{5,}\b|\b116 123\b|[\w.+-]+@[\w-]+\.[\w.-]*\w|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/g;

const squeezed = (text: string) => text.replace(/\s+/g, '').toLowerCase();

/** The contact details in a text that none of its facts of grade A or B confirms. */
export function unconfirmedContacts(
  { where, facts, text }: Citation,
  ledger: ReadonlyMap<string, Fact>,
): readonly string[] {
  const confirmed = facts
    .flatMap((id) => ledger.get(id) ?? [])
    .filter(({ grade }) => grade === 'A' || grade === 'B')
    .map(({ says, tell }) => squeezed(`${says} ${tell ?? ''}`))
    .join(' ');
  return (text.match(CONTACTS) ?? [])
    .filter((contact) => !confirmed.includes(squeezed(contact)))
    .map((contact) => `${where}: ${contact}`);
}
