import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Page, textOf } from '../support/page.ts';
import { root } from '../support/services.ts';
import type { State } from '../support/states.ts';
import { headings, type Seen, type Statements } from './asking.ts';
import { everyState } from './every-state.ts';
import { CHECK_AND_LETTER } from './statements/check-and-letter.ts';
import { CONTROLS } from './statements/controls.ts';
import { ERRORS } from './statements/errors.ts';
import { FAILURES } from './statements/failures.ts';
import { PERSONAL_DETAILS } from './statements/personal-details.ts';
import { QUESTION_PAGES } from './statements/question-pages.ts';
import { STRUCTURE } from './statements/structure.ts';
import { TRUST } from './statements/trust.ts';
import { WORDS } from './statements/words.ts';

/** Every statement of docs/patterns.md, and how it is kept. */
const STATEMENTS: Statements = {
  ...QUESTION_PAGES,
  ...CONTROLS,
  ...ERRORS,
  ...PERSONAL_DETAILS,
  ...CHECK_AND_LETTER,
  ...STRUCTURE,
  ...FAILURES,
  ...TRUST,
  ...WORDS,
};

let seen: readonly Seen[];
beforeAll(async () => void (seen = await everyState()));

describe('the statements about pages', () => {
  it('are those of docs/patterns.md, in its order', () => {
    const written = readFileSync(join(root, 'docs/patterns.md'), 'utf8').matchAll(/^- (.+?)\.(?: _|$)/gm);
    expect([...written].map(([, statement]) => statement)).toEqual(Object.keys(STATEMENTS));
  });

  it('name only test files that exist', () => {
    const files = Object.values(STATEMENTS).flatMap((held) => ('heldBy' in held ? held.heldBy : []));
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});

describe('on every page in every state', () => {
  it.each(
    Object.entries(STATEMENTS).flatMap(([statement, held]) =>
      'test' in held ? [[statement, held.test] as const] : [],
    ),
  )('%s', (_statement, check) => {
    const faults = seen.flatMap((one) =>
      check(one).flatMap((fault) => (fault ? `${one.state.name}: ${fault}` : [])),
    );
    expect(faults).toEqual([]);
  });

  it('No two pages share a heading or a title, except the states of one page', () => {
    for (const read of [
      (page: Page) => textOf(headings(page)[0]),
      (page: Page) => page.title.replace(/^Error: /, ''),
    ]) {
      const pages = new Map<string, Set<string>>();
      for (const { state, page } of seen)
        pages.set(read(page), (pages.get(read(page)) ?? new Set()).add(family(state)));
      expect(
        [...pages].filter(([, names]) => names.size > 1).map(([name, names]) => [name, ...names]),
      ).toEqual([]);
    }
  });
});

/** States that count as one page: an error page that several faults lead to, a page with and without errors. */
function family({ page, status }: State): string {
  if (status === 410) return 'gone';
  if (status === 503 || status === 500)
    return status === 503 && page === 'the store is away' ? page : 'problem';
  return page.replace(', in error', '').replace(', empty', '').replace('.ics', '');
}
