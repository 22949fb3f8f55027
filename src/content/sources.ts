import { type Day, spellDay } from '../questionnaire/calendar.ts';
import type { Fact, Grades, Ledger } from './facts.ts';

/** The source of some facts, in words for readers. */
export interface FactSource {
  /** The page and its date; undefined if only the factsheet says it, or only we do. */
  readonly name: string | undefined;
  /** The grade in words. */
  readonly grade: string;
  /** The day it was read, in words. */
  readonly checkedOn: string | undefined;
}

/** The sources of these facts, each once, in the order of the facts; those without a page come last. */
export function sourcesOf(facts: readonly Fact[], { grades }: Ledger): readonly FactSource[] {
  const sources = facts.map((fact) => ({
    name: fact.source === 'none' ? undefined : fact.source,
    grade: grades[gradeOf(fact)],
    checkedOn: fact.checked && spellDay(fact.checked as Day),
  }));
  const once = new Map(sources.map((source) => [JSON.stringify(source), source]));
  return [...once.values()].sort((a, b) => Number(!a.name) - Number(!b.name));
}

/** How many facts of the ledger have each grade, as the rows of a Markdown table, the best grade first. */
export function factsByGrade({ byId, grades }: Ledger): string {
  const counted = (Object.keys(grades) as (keyof Grades)[]).map((grade) => {
    const count = [...byId.values()].filter((fact) => gradeOf(fact) === grade).length;
    return `| ${capitalised(grades[grade])} | ${count} |`;
  });
  return counted.join('\n');
}

const gradeOf = ({ grade, today }: Fact): keyof Grades =>
  grade === 'none' && today === 'added' ? 'own' : grade;

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
