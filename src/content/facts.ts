import { z } from 'zod';
import { type Report, readYaml } from './read.ts';

const day = z.iso.date();

export const nationsSchema = z.array(z.enum(['england', 'wales', 'scotland', 'northern-ireland']));

const factSchema = z.strictObject({
  id: z.string(),
  section: z.string(),
  nations: nationsSchema.optional(),
  says: z.string(),
  today: z.enum(['same', 'changed', 'unconfirmed', 'added']),
  tell: z.string().optional(),
  source: z.string().default('none'),
  grade: z.enum(['A', 'B', 'C', 'none']).default('none'),
  checked: z.string().optional(),
  reviewBy: z.string(),
});

const gradesSchema = z.strictObject({
  A: z.string(),
  B: z.string(),
  C: z.string(),
  none: z.string(),
  own: z.string(),
});

const ledgerSchema = z.strictObject({
  grades: gradesSchema,
  sections: z.array(z.strictObject({ id: z.string(), title: z.string(), facts: z.array(factSchema) })),
});

/** One statement of the factsheet, with what is true today. */
export type Fact = z.infer<typeof factSchema>;

/** Each grade in words for readers; `own` is for facts from neither the factsheet nor a page we found. */
export type Grades = z.infer<typeof gradesSchema>;

/** The ledger of facts. */
export interface Ledger {
  readonly grades: Grades;
  readonly byId: ReadonlyMap<string, Fact>;
  /** Titles of the factsheet's sections, by id. */
  readonly sectionTitles: ReadonlyMap<string, string>;
}

/** Reads the ledger and reports contradictions inside a fact, so that all problems are listed together. */
export function readLedger(file: string, report: Report): Ledger {
  const { grades, sections } = readYaml(file, ledgerSchema);
  const facts = sections.flatMap((section) => section.facts);
  for (const { id, today, tell, source, grade, checked, reviewBy } of facts) {
    if (checked !== undefined && !day.safeParse(checked).success)
      report(`facts.yaml: ${id}: checked on "${checked}", which is no date`);
    if (!day.safeParse(reviewBy).success)
      report(`facts.yaml: ${id}: review by "${reviewBy}", which is no date`);
    if ((source === 'none') !== (checked === undefined))
      report(`facts.yaml: ${id}: checked ${checked ?? 'on no day'} with source ${source}`);
    if (checked !== undefined && reviewBy <= checked)
      report(`facts.yaml: ${id}: review by ${reviewBy} is not after checked, ${checked}`);
    if (today === 'changed' && !tell) report(`facts.yaml: ${id}: changed, but "tell" does not say to what`);
    if ((source === 'none') !== (grade === 'none'))
      report(`facts.yaml: ${id}: grade ${grade} with source ${source}`);
  }
  return {
    grades,
    byId: new Map(facts.map((fact) => [fact.id, fact])),
    sectionTitles: new Map(sections.map(({ id, title }) => [id, title])),
  };
}

/** The first day by which one of these facts is due to be checked again. */
export const firstDue = (facts: readonly Fact[]): string =>
  facts.map(({ reviewBy }) => reviewBy).sort()[0] ?? '';
