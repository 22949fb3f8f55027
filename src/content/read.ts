import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { load } from 'js-yaml';
import type { z } from 'zod';

/** A content file: its checked front matter, and the Markdown below it. */
export interface ContentFile<Front> {
  readonly name: string;
  readonly front: Front;
  readonly body: string;
}

/** Collects what is wrong with the content, so that one error can list all of it. */
export type Report = (problem: string) => void;

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/;

/** Reads every Markdown file of a folder. A file that does not fit the schema is left out and reported. */
export function readFolder<Front>(
  folder: string,
  schema: z.ZodType<Front>,
  report: Report,
): Map<string, ContentFile<Front>> {
  const entries = new Map<string, ContentFile<Front>>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.md')) continue;
    const name = basename(file, '.md');
    const [, yaml, body] = FRONT_MATTER.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
    const given: unknown = yaml === undefined ? undefined : load(yaml);
    const front = schema.safeParse(given);
    if (front.success) entries.set(name, { name, front: front.data, body: body!.trim() });
    else report(`${join(basename(folder), file)}: ${describe(front.error, given)}`);
  }
  return entries;
}

/**
 * Reads one YAML file.
 * @throws Error if it does not fit the schema
 */
export function readYaml<Value>(file: string, schema: z.ZodType<Value>): Value {
  const value: unknown = load(readFileSync(file, 'utf8'));
  const result = schema.safeParse(value);
  if (!result.success) throw new Error(`${basename(file)}: ${describe(result.error, value)}`);
  return result.data;
}

const describe = (error: z.ZodError, value: unknown) =>
  error.issues
    .map(({ path, message }) => `${placeOf(value, path) || 'the front matter'}: ${message}`)
    .join('; ');

/** A path with ids in place of list indexes: "sections.4.facts.4.2.grade". */
function placeOf(value: unknown, path: readonly PropertyKey[]): string {
  let at = value;
  return path
    .map((key) => {
      at = (at as Record<PropertyKey, unknown> | undefined)?.[key];
      return typeof key === 'number' ? ((at as { id?: string } | undefined)?.id ?? key) : String(key);
    })
    .join('.');
}
