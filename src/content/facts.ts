import { z } from 'zod';
import { readYaml } from './read.ts';

const day = z.iso.date();

const factSchema = z.strictObject({
  id: z.string(),
  section: z.string(),
  says: z.string(),
  today: z.enum(['same', 'changed', 'unconfirmed', 'added']),
  tell: z.string().optional(),
  source: z.string().default('none'),
  grade: z.enum(['A', 'B', 'C', 'none']).default('none'),
  checked: day,
  reviewBy: day,
});

const ledgerSchema = z.strictObject({
  sections: z.array(z.strictObject({ id: z.string(), title: z.string(), facts: z.array(factSchema) })),
});

/** One statement of the factsheet, with what is true of it today. */
export type Fact = z.infer<typeof factSchema>;

/** The ledger of facts. */
export interface Ledger {
  readonly byId: ReadonlyMap<string, Fact>;
  /** Titles of the factsheet's sections, by id. */
  readonly sectionTitles: ReadonlyMap<string, string>;
}

/** Reads the ledger. */
export function readLedger(file: string): Ledger {
  const { sections } = readYaml(file, ledgerSchema);
  const facts = sections.flatMap((section) => section.facts);
  return {
    byId: new Map(facts.map((fact) => [fact.id, fact])),
    sectionTitles: new Map(sections.map(({ id, title }) => [id, title])),
  };
}

/** The last day on which all of these facts had been checked, and the first by which one is due again. */
export function checkedAndDue(facts: readonly Fact[]): { checked: string; reviewBy: string } {
  return {
    checked: facts.map(({ checked }) => checked).sort()[0] ?? '',
    reviewBy: facts.map(({ reviewBy }) => reviewBy).sort()[0] ?? '',
  };
}
