import type { Wording } from './composer.ts';
import { joinedBySemicolons, withStop } from './english/typed.ts';

/** The limits of surgeries' online forms, in code points: many take 500, some 1,500. */
export const SHORT_LIMITS = [500, 1500] as const;

/** A sentence, or things under a label ("Medicine now"), of which as many are used as fit. */
export type ShortItem = Wording | { readonly label: string; readonly things: readonly Wording[] };

interface Parts {
  /** Always there, each on its own line. */
  readonly first: readonly string[];
  readonly items: readonly ShortItem[];
  /** What ends a list that did not fit as a whole. */
  readonly more: string;
  /** Always there, at the end. */
  readonly last: string;
}

const textOf = (wording: Wording): string => (typeof wording === 'string' ? wording : wording.text);
// Some forms count a line end as two characters.
const lengthOf = (lines: readonly string[]): number => [...lines.join('\r\n')].length;

/** As much as fits, item by item in order. One that does not fit is skipped; a shorter one may follow. */
export function fitInto(limit: number, { first, items, more, last }: Parts): string {
  const lines = [...first];
  const fits = (line: string) => lengthOf([...lines, line, last]) <= limit;
  const listLine = (label: string, things: readonly string[]): string => {
    const lineOf = (texts: readonly string[], end = '') =>
      withStop(`${label}: ${joinedBySemicolons(texts)}${end}`);
    if (things.length > 0 && fits(lineOf(things))) return lineOf(things);
    const included: string[] = [];
    for (const thing of things) if (fits(lineOf([...included, thing], ` ${more}`))) included.push(thing);
    return included.length > 0 ? lineOf(included, ` ${more}`) : '';
  };
  const lineFor = (item: ShortItem): string => {
    if (typeof item === 'object' && 'things' in item)
      return listLine(item.label, item.things.map(textOf).filter(Boolean));
    return textOf(item);
  };
  for (const item of items) {
    const line = lineFor(item);
    if (line !== '' && fits(line)) lines.push(line);
  }
  return [...lines, last].join('\n');
}
