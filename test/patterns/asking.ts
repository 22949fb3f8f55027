import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attribute, elementsIn, type Page, textOf } from '../support/page.ts';
import type { State } from '../support/states.ts';
import type { Show } from './stage.ts';

/** A page in one of its states. */
export interface Seen {
  readonly state: State;
  readonly show: Show;
  readonly page: Page;
}

/** Says what is wrong with a page. */
export type Check = (seen: Seen) => readonly (string | false | undefined)[];

/** How a statement is kept: by a check of every page, another test file, a person's eye, or not at all and why. */
export type Held =
  | { readonly test: Check }
  | { readonly heldBy: string }
  | { readonly readByAPerson: string }
  | { readonly notForUs: string };

/** The statements of one part of docs/patterns.md. */
export type Statements = Readonly<Record<string, Held>>;

export const isQuestion = ({ state }: Seen) => state.page.startsWith('questions/');

const isInError = ({ state }: Seen) => state.how === 'in error';

/** A check of question pages only. */
export const onQuestions =
  (check: Check): Check =>
  (seen) =>
    isQuestion(seen) ? check(seen) : [];

/** A check of pages with errors only. */
export const onErrors =
  (check: Check): Check =>
  (seen) =>
    isInError(seen) ? check(seen) : [];

/** A check of one page only. */
export const on =
  (page: string, check: Check): Check =>
  (seen) =>
    seen.state.page === page ? check(seen) : [];

export const having = (elements: readonly Tree.Element[], tag: string, type?: string) =>
  elements.filter((one) => one.tagName === tag && (type === undefined || attribute(one, 'type') === type));

export const classed = (elements: readonly Tree.Element[], name: string) =>
  elements.filter((one) => (attribute(one, 'class') ?? '').split(/\s+/).includes(name));

export const inputsOf = (page: Page) =>
  page.main.filter(
    (one) => ['input', 'textarea', 'select'].includes(one.tagName) && attribute(one, 'type') !== 'hidden',
  );

export const named = (page: Page, name: string) =>
  inputsOf(page).filter((one) => attribute(one, 'name') === name);

export const buttons = (page: Page) => page.main.filter(({ tagName }) => tagName === 'button');

export const headings = (page: Page) => page.all('h1');

export const mainText = (page: Page) => textOf(page.all('main')[0]);

export const messagesOf = (page: Page) => classed(page.main, 'govuk-error-message');

export const summaryLinks = (page: Page) =>
  classed(page.main, 'govuk-error-summary').flatMap((summary) => having(elementsIn(summary), 'a'));

/** A message without its hidden "Error:". */
export const withoutPrefix = (element: Tree.Element) => textOf(element).replace(/^Error: /, '');

/** The position of an element in the page, counted from its start. */
export const inOrder = (page: Page, element: Tree.Element | undefined) =>
  element ? page.elements.indexOf(element) : -1;
