import type { Said } from './composer.ts';
import { onOneLine, withoutStop, withStop } from './english/typed.ts';

/** What the online forms of surgeries take, in code points: many take 500, some 1,500. */
export const SHORT_LIMITS = [500, 1500] as const;

/** A sentence, or things under a name ("Medicine now"), of which as many are told as there is room for. */
export type ShortItem = Said | { readonly label: string; readonly things: readonly Said[] };

interface Parts {
  /** Told in any case, each on its line. */
  readonly first: readonly string[];
  readonly items: readonly ShortItem[];
  /** Told in any case, at the end. */
  readonly last: string;
}

const textOf = (said: Said): string => (typeof said === 'string' ? said : said.text);
const lengthOf = (lines: readonly string[]): number => [...lines.join('\n')].length;

/** As much as fits, item by item in their order: an item goes in whole or not at all, and a shorter one may follow. */
export function fitInto(limit: number, { first, items, last }: Parts): string {
  const lines = [...first];
  const fits = (line: string) => lengthOf([...lines, line, last]) <= limit;
  for (const item of items) {
    if (typeof item === 'object' && 'things' in item) {
      const told: string[] = [];
      const lineOf = (things: readonly string[]) => withStop(`${item.label}: ${onOneLine(things)}`);
      for (const thing of item.things.map(textOf).filter((text) => text !== ''))
        if (fits(lineOf([...told, withoutStop(thing)]))) told.push(withoutStop(thing));
      if (told.length > 0) lines.push(lineOf(told));
    } else {
      const sentence = textOf(item);
      if (sentence !== '' && fits(sentence)) lines.push(sentence);
    }
  }
  return [...lines, last].join('\n');
}
