import { z } from 'zod';
import { ADVICE_IDS } from '../rules/plan.ts';
import { firstDue, type Ledger } from './facts.ts';
import { toHtml } from './markdown.ts';
import { type Complain, readFolder } from './read.ts';
import { type FactSource, sourcesOf } from './sources.ts';
import { READERS, type Reader, voiced } from './voices.ts';

const adviceSchema = z.strictObject({
  title: z.string(),
  facts: z.array(z.string()).min(1, 'name the facts of facts.yaml that it tells'),
});

/** An item of advice in words, for one reader. */
export interface AdviceWords {
  readonly title: string;
  readonly html: string;
  readonly facts: readonly string[];
  /** The factsheet's sections that it follows, by id. */
  readonly sections: readonly string[];
  readonly sources: readonly FactSource[];
  /** The day by which the first of its facts is due to be checked again. */
  readonly reviewBy: string;
}

export type AdvicesWords = ReadonlyMap<string, AdviceWords>;

/** Reads the words of every item of advice and checks them against the rules and the ledger. */
export function readAdvice(
  folder: string,
  ledger: Ledger,
  complain: Complain,
): Readonly<Record<Reader, AdvicesWords>> {
  const entries = readFolder(folder, adviceSchema, complain);
  for (const id of ADVICE_IDS) if (!entries.has(id)) complain(`advice/${id}.md is missing`);
  for (const [id, { front }] of entries) {
    if (!ADVICE_IDS.includes(id)) complain(`advice/${id}.md: no rule gives it`);
    for (const fact of front.facts)
      if (!ledger.byId.has(fact)) complain(`advice/${id}.md: there is no fact ${fact}`);
  }
  const inVoice = (reader: Reader): AdvicesWords =>
    new Map(
      [...entries].map(([id, { front, body }]) => {
        const facts = front.facts.flatMap((fact) => ledger.byId.get(fact) ?? []);
        const words = {
          title: voiced(front.title, reader),
          html: toHtml(voiced(body, reader)),
          facts: front.facts,
          sections: [...new Set(facts.map(({ section }) => section))],
          sources: sourcesOf(facts, ledger),
          reviewBy: firstDue(facts),
        };
        return [id, words];
      }),
    );
  return Object.fromEntries(READERS.map((reader) => [reader, inVoice(reader)])) as Record<
    Reader,
    AdvicesWords
  >;
}
