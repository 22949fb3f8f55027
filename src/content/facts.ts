import { z } from 'zod';
import { type Complain, readYaml } from './read.ts';

const day = z.iso.date();

const factSchema = z.strictObject({
  id: z.string(),
  section: z.string(),
  says: z.string(),
  today: z.enum(['same', 'changed', 'unconfirmed', 'added']),
  tell: z.string().optional(),
  source: z.string().default('none'),
  grade: z.enum(['A', 'B', 'C', 'none']).default('none'),
  checked: z.string(),
  reviewBy: z.string(),
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

/** Reads the ledger; what does not fit together in a fact is complained of, so that what else is wrong is listed with it. */
export function readLedger(file: string, complain: Complain): Ledger {
  const { sections } = readYaml(file, ledgerSchema);
  const facts = sections.flatMap((section) => section.facts);
  for (const { id, today, tell, source, grade, checked, reviewBy } of facts) {
    if (!day.safeParse(checked).success)
      complain(`facts.yaml: ${id}: checked on "${checked}", which is no date`);
    if (!day.safeParse(reviewBy).success)
      complain(`facts.yaml: ${id}: review by "${reviewBy}", which is no date`);
    if (reviewBy <= checked)
      complain(`facts.yaml: ${id}: review by ${reviewBy} is not after checked, ${checked}`);
    if (today === 'changed' && !tell) complain(`facts.yaml: ${id}: changed, but "tell" does not say to what`);
    if ((source === 'none') !== (grade === 'none'))
      complain(`facts.yaml: ${id}: grade ${grade} with source ${source}`);
  }
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
