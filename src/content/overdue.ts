import type { Ledger } from './facts.ts';

const TELLS = /<(?:p|li) data-facts="([^"]*)">/g;

/** Adds a note to the start of each paragraph or list item with a fact past its review date. */
export function markOverdue(html: string, note: string, { byId }: Ledger, today: string): string {
  const isOverdue = (id: string) => (byId.get(id)?.reviewBy ?? today) < today;
  return html.replace(TELLS, (tag, ids: string) => (ids.split(' ').some(isOverdue) ? `${tag}${note} ` : tag));
}
