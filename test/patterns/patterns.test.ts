import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attribute, elementsIn, type Page, textOf } from '../support/app.ts';
import { STATES, type State } from '../support/states.ts';
import { openStage, type Show, showState, type Stage } from './stage.ts';

/**
 * The 87 statements of reference/patterns.md, each held here by a test over every page in every state, held by another
 * test, read by a person, or not for us, with the reason. Where product.md says otherwise, product.md holds.
 */

interface Seen {
  readonly state: State;
  readonly show: Show;
  readonly page: Page;
}
/** Says of each page that it is about what is wrong with it. */
type Check = (seen: Seen) => readonly (string | false | undefined)[];
type Held =
  { readonly test: Check } | { readonly by: string } | { readonly read: string } | { readonly not: string };

const READ: Held = { read: 'marked M: read by a person' };
const by = (file: string): Held => ({ by: file });
const test = (check: Check): Held => ({ test: check });

// ---- Asking a page ----

const having = (elements: readonly Tree.Element[], tag: string, type?: string) =>
  elements.filter((one) => one.tagName === tag && (type === undefined || attribute(one, 'type') === type));
const classed = (elements: readonly Tree.Element[], name: string) =>
  elements.filter((one) => (attribute(one, 'class') ?? '').split(/\s+/).includes(name));
const isQuestion = ({ state }: Seen) => state.page.startsWith('questions/');
const isWrong = ({ state }: Seen) => state.how === 'in error';
const onQuestions =
  (check: Check): Check =>
  (seen) =>
    isQuestion(seen) ? check(seen) : [];
const onErrors =
  (check: Check): Check =>
  (seen) =>
    isWrong(seen) ? check(seen) : [];
const on =
  (page: string, check: Check): Check =>
  (seen) =>
    seen.state.page === page ? check(seen) : [];

const inputsOf = (page: Page) =>
  page.main.filter(
    (one) => ['input', 'textarea', 'select'].includes(one.tagName) && attribute(one, 'type') !== 'hidden',
  );
const named = (page: Page, name: string) => inputsOf(page).filter((one) => attribute(one, 'name') === name);
const buttons = (page: Page) => page.main.filter(({ tagName }) => tagName === 'button');
const headings = (page: Page) => page.all('h1');
const mainText = (page: Page) => textOf(page.all('main')[0]);
const messagesOf = (page: Page) => classed(page.main, 'govuk-error-message');
const summaryLinks = (page: Page) =>
  classed(page.main, 'govuk-error-summary').flatMap((summary) => having(elementsIn(summary), 'a'));
const withoutPrefix = (element: Tree.Element) => textOf(element).replace(/^Error: /, '');
const inOrder = (page: Page, element: Tree.Element | undefined) =>
  element ? page.elements.indexOf(element) : -1;

const FORBIDDEN_IN_MESSAGES =
  /\b(please|sorry|valid|invalid|forbidden|illegal|you forgot|prohibited|oops)\b|An error occurred|This field is required|Select an option|Answer the question/i;

const dobParts = ['date-of-birth-day', 'date-of-birth-month', 'date-of-birth-year'];

// ---- The table ----

const PATTERNS: Readonly<Record<number, Held>> = {
  1: test(
    onQuestions(({ page }) => [
      classed(page.all('a'), 'govuk-back-link').length !== 1 && 'no back link',
      headings(page).length !== 1 && 'not one heading',
      inputsOf(page).length === 0 && 'no input',
      !buttons(page).some((one) => textOf(one) === 'Continue') && 'no Continue',
    ]),
  ),
  2: test(({ page }) => [
    page.all('nav').some((nav) => !attribute(nav, 'aria-label')) && 'a nav has no name',
    ...classed(page.all('a'), 'govuk-back-link').map(
      (link) =>
        (inOrder(page, link) > inOrder(page, page.all('main')[0]) ||
          !attribute(link, 'href')?.startsWith('/')) &&
        'the back link is not before main, or leads nowhere',
    ),
  ]),
  3: by('test/questionnaire/changes.test.ts'),
  4: by('test/browser/journey.test.ts'),
  5: test(({ page }) => buttons(page).map((one) => /^Next$/i.test(textOf(one)) && 'Next')),
  6: test(
    onQuestions(({ page }) => [
      headings(page).length !== 1 && 'not one h1',
      inputsOf(page).length === 0 && 'no question',
    ]),
  ),
  7: { by: 'test/patterns/patterns.test.ts' },
  8: READ,
  9: test(
    onQuestions(({ state, page }) => [
      NOT_SURE.includes(state.page) &&
        !page.main.some((one) => attribute(one, 'value') === 'not-sure') &&
        'no "not sure"',
    ]),
  ),
  10: test(
    onQuestions(({ page }) =>
      [...page.all('label'), ...page.all('legend')].map(
        (one) => textOf(one).includes('*') && `asterisk: ${textOf(one)}`,
      ),
    ),
  ),
  11: by('test/questionnaire/changes.test.ts'),
  12: test(({ page }) =>
    classed(page.main, 'govuk-hint').flatMap((hint) => [
      textOf(hint).endsWith('.') && `full stop: ${textOf(hint)}`,
      having(elementsIn(hint), 'a').length > 0 && `link: ${textOf(hint)}`,
    ]),
  ),
  13: READ,
  14: test(({ page }) => [
    having(page.elements, 'input', 'range').length > 0 && 'a slider',
    page.all('progress').length > 0 && 'a progress bar',
  ]),
  15: test(
    onQuestions(({ page }) => [
      !/^Part [12]: /.test(textOf(classed(page.main, 'caption')[0])) && 'no caption',
      headings(page).some((one) => /Part [12]/.test(textOf(one))) && 'the section is in the heading',
    ]),
  ),
  16: test(
    onQuestions(({ state, page }) => {
      const grouped = page.all('fieldset').flatMap((fieldset) => elementsIn(fieldset));
      const chosen = inputsOf(page).filter((one) =>
        ['radio', 'checkbox'].includes(attribute(one, 'type') ?? ''),
      );
      return chosen.flatMap((one) => [
        !grouped.includes(one) &&
          !ALONE.includes(attribute(one, 'name')!) &&
          `outside a fieldset: ${attribute(one, 'name')}`,
        state.how === 'empty' &&
          attribute(one, 'checked') !== undefined &&
          `chosen: ${attribute(one, 'name')}`,
      ]);
    }),
  ),
  17: test(({ page }) => [classed(page.elements, 'govuk-radios--inline').length > 0 && 'inline radios']),
  18: test(({ page }) => [page.having('data-aria-controls').length > 0 && 'a conditional reveal']),
  19: test(
    onQuestions(({ page }) => {
      const alone = page.main.filter((one) => attribute(one, 'data-behaviour') === 'exclusive');
      return alone.flatMap((one) => [
        named(page, attribute(one, 'name')!).at(-1) !== one && `not the last: ${attribute(one, 'value')}`,
        !classed(page.main, 'govuk-checkboxes__divider').some((divider) => textOf(divider) === 'or') &&
          'no "or"',
      ]);
    }),
  ),
  20: test(({ page }) => {
    const labels = page.all('label');
    return inputsOf(page).flatMap((input) => {
      const label = labels.find((one) => attribute(one, 'for') === attribute(input, 'id'));
      const id = attribute(input, 'id');
      return [
        !label && `no label: ${id}`,
        textOf(label).endsWith(':') && `colon: ${id}`,
        attribute(input, 'placeholder') !== undefined && `placeholder: ${id}`,
      ];
    });
  }),
  21: test(({ page }) => [having(page.elements, 'input', 'number').length > 0 && 'a number field']),
  22: test(({ page }) => [page.having('maxlength').length > 0 && 'maxlength']),
  23: test(({ page }) => [page.having('onpaste').length > 0 && 'paste is caught']),
  24: test(({ state, page }) => {
    const primary = classed(page.main, 'govuk-button').filter(
      (one) => !/--(secondary|warning)/.test(attribute(one, 'class')!),
    );
    return [
      page.having('disabled').length > 0 && 'disabled',
      state.page !== 'plan' && primary.length > 1 && `primary buttons: ${primary.map(textOf).join(', ')}`,
    ];
  }),
  25: test(
    onQuestions(({ page }) =>
      buttons(page).map(
        (one) => attribute(one, 'data-prevent-double-click') !== 'true' && 'a double click sends twice',
      ),
    ),
  ),
  26: test(
    onQuestions(({ page }) => [page.all('details').length > 0 && 'something is folded away on a question']),
  ),
  27: test(({ page }) => {
    const [first] = elementsIn(page.all('body')[0]!);
    const target = attribute(first, 'href')?.slice(1) ?? '';
    return [
      !attribute(first, 'class')?.includes('govuk-skip-link') && 'the skip link is not first',
      !page.byId(target) && 'it leads nowhere',
    ];
  }),
  28: test(({ page }) => [
    page.all('form').some((form) => attribute(form, 'novalidate') === undefined) && 'the browser validates',
    page.having('required').length > 0 && 'required',
  ]),
  29: by('test/web/questions.test.ts'),
  30: test((seen) => [
    seen.page.title.startsWith('Error: ') !== isWrongAnswer(seen) && `title: ${seen.page.title}`,
  ]),
  31: test(
    onErrors(({ page }) => {
      const [summary] = classed(page.main, 'govuk-error-summary');
      const [first] = page.main;
      return [
        summary === undefined && 'no summary',
        first !== summary && 'the summary is not first in main',
        summary && !textOf(summary).startsWith('There is a problem') && 'not "There is a problem"',
      ];
    }),
  ),
  32: test(
    onErrors(({ page }) =>
      summaryLinks(page).map((link) => {
        const target = page.byId(attribute(link, 'href')!.slice(1));
        return (
          !(target && inputsOf(page).includes(target)) && `leads to no field: ${attribute(link, 'href')}`
        );
      }),
    ),
  ),
  33: test(
    onErrors(({ page }) => {
      const [above, below] = [summaryLinks(page).map(textOf), messagesOf(page).map(withoutPrefix)];
      return [above.join('|') !== below.join('|') && `above: ${above.join('|')}; below: ${below.join('|')}`];
    }),
  ),
  34: test(
    onErrors(({ page }) =>
      messagesOf(page).flatMap((message) => {
        const id = attribute(message, 'id')!;
        const described = page.main.filter((one) =>
          attribute(one, 'aria-describedby')?.split(' ').includes(id),
        );
        return [
          described.length === 0 && `nothing is described by ${id}`,
          !textOf(message).startsWith('Error: ') && `no hidden "Error:": ${id}`,
        ];
      }),
    ),
  ),
  35: by('test/browser/journey.test.ts'),
  36: test(
    onErrors(({ page }) =>
      messagesOf(page).map((one) => FORBIDDEN_IN_MESSAGES.test(withoutPrefix(one)) && withoutPrefix(one)),
    ),
  ),
  37: test(
    onErrors(({ page }) =>
      messagesOf(page).map(
        (one) =>
          !/^(Enter|Select|Check|Each line of|.+ must )/.test(withoutPrefix(one)) && withoutPrefix(one),
      ),
    ),
  ),
  38: by('test/web/questions.test.ts'),
  39: test(({ page }) => [page.having('onblur').length > 0 && 'checked on blur']),
  40: by('test/questionnaire/fields/identifiers.test.ts'),
  41: test(({ page }) => [
    classed(page.main, 'govuk-notification-banner').length > 0 &&
      classed(page.main, 'govuk-error-summary').length > 0 &&
      'banner and summary',
  ]),
  42: test(
    on('questions/patient', ({ state, page }) => {
      const [name] = named(page, 'patient-name');
      return [
        attribute(name, 'spellcheck') !== 'false' && 'the name is spell-checked',
        state.reader === 'patient' &&
          attribute(name, 'autocomplete') !== 'name' &&
          'no autocomplete for the own name',
      ];
    }),
  ),
  43: test(
    onQuestions(({ page }) =>
      page.all('label').map((one) => /^Title\b/.test(textOf(one)) && 'asks for a title'),
    ),
  ),
  44: test(
    on('questions/contact', ({ page }) => [
      attribute(named(page, 'address')[0], 'autocomplete') !== 'street-address' &&
        'no autocomplete for the address',
    ]),
  ),
  45: { not: 'no postcode is asked for by itself: an address is one text, kept as it was typed' },
  46: test(
    on('questions/patient', ({ state, page }) => {
      const parts = dobParts.map((name) => named(page, name)[0]);
      return [
        parts.some((part) => part === undefined) && 'not three fields',
        ['numeric', 'text', 'numeric'].some((mode, at) => attribute(parts[at], 'inputmode') !== mode) &&
          'inputmode',
        state.reader === 'patient' &&
          parts.some(
            (part, at) => attribute(part, 'autocomplete') !== ['bday-day', 'bday-month', 'bday-year'][at],
          ) &&
          'no autocomplete for the own birthday',
      ];
    }),
  ),
  47: by('test/questionnaire/fields/fields.test.ts'),
  48: by('test/questionnaire/fields/fields.test.ts'),
  49: test(on('questions/patient', ({ page }) => [!/27 3 1985/.test(mainText(page)) && 'no example date'])),
  50: test(
    on('questions/contact', ({ page }) => [
      attribute(named(page, 'telephone')[0], 'type') !== 'tel' && 'not tel',
      attribute(named(page, 'telephone')[0], 'autocomplete') !== 'tel' && 'no autocomplete',
    ]),
  ),
  51: test(
    on('questions/contact', ({ page }) => [
      !/We never use it to contact/.test(mainText(page)) && 'not said why',
    ]),
  ),
  52: test(
    on('questions/contact', ({ page }) => [
      attribute(named(page, 'email')[0], 'type') !== 'email' && 'not email',
      attribute(named(page, 'email')[0], 'autocomplete') !== 'email' && 'no autocomplete',
      attribute(named(page, 'email')[0], 'spellcheck') !== 'false' && 'spell-checked',
    ]),
  ),
  53: READ,
  54: { not: 'no equality questions are asked' },
  55: test(
    on('check-answers', ({ page }) => [
      !/^Check /.test(textOf(headings(page)[0])) && 'the heading does not say what to do',
      !/not finished yet/.test(mainText(page)) && 'not said that it is not finished',
    ]),
  ),
  56: test(
    on('check-answers', ({ page }) => {
      const links = classed(page.main, 'govuk-summary-list__row').map(
        (row) => having(elementsIn(row), 'a')[0],
      );
      const texts = links.map(textOf);
      return [
        texts.some((text) => !/^Change .+/.test(text)) && 'a row without Change',
        new Set(texts).size !== texts.length &&
          `not unique: ${texts.filter((one, at) => texts.indexOf(one) !== at).join()}`,
      ];
    }),
  ),
  57: by('test/questionnaire/changes.test.ts'),
  58: test(
    on('check-answers', ({ state, page }) => [
      state.how === 'empty' && !/Not provided/.test(mainText(page)) && 'a skipped answer is not shown',
    ]),
  ),
  59: test(
    on('check-answers', ({ page }) => [
      !classed(page.main, 'govuk-button').some((one) => /^See (your|the) letter$/.test(textOf(one))) &&
        'button',
    ]),
  ),
  60: test(
    on('letter', ({ page }) => [
      !page.byId('what-next') && 'nothing about what comes next',
      !page.main.some((one) => attribute(one, 'href')?.endsWith('/letter.pdf')) && 'no PDF',
    ]),
  ),
  61: test(({ state, page }) => [
    state.status === 410 &&
      !page.main.some((one) => attribute(one, 'href') === '/resume') &&
      'no way on from what is gone',
  ]),
  62: by('test/formats/formats.test.ts'),
  63: by('test/formats/pdf-tools.test.ts'),
  64: test(({ page }) => [classed(page.elements, 'govuk-panel').length > 0 && 'a panel']),
  65: test(
    on('/', ({ page }) => [
      !page.forms.some((form) => attribute(form, 'action') === '/start') && 'no start',
      !/not safe, or cannot wait/.test(mainText(page)) && 'no other way to get help',
    ]),
  ),
  66: READ,
  67: { not: 'no task list: the questions have one order' },
  68: test(({ page }) => [
    page.elements.some((one) => attribute(one, 'class')?.includes('step-nav')) && 'step by step',
  ]),
  69: { not: 'no interruption page: nothing needs a pause' },
  70: READ,
  71: test((seen) => [
    isQuestion(seen) &&
      !seen.page.all('a').some((one) => attribute(one, 'href') === '/leave') &&
      'no way to leave quickly',
  ]),
  72: test(({ page }) => {
    const footer = page.all('footer')[0];
    return [!/Contact: /.test(textOf(footer)) && 'no contact in the footer'];
  }),
  73: { not: 'product.md, "Care on the way": three questions carry one fixed line' },
  74: test(
    on('page not found', ({ page }) => [
      !page.title.startsWith('Page not found – ') && 'title',
      textOf(headings(page)[0]) !== 'Page not found' && 'heading',
      /404/.test(mainText(page)) && '404',
    ]),
  ),
  75: test(
    on('a problem of ours', ({ page }) => [
      textOf(headings(page)[0]) !== 'Sorry, there is a problem with the service' && 'heading',
      !/Try again later\./.test(mainText(page)) && 'not said when',
    ]),
  ),
  76: test(
    on('the store is away', ({ page }) => [
      // In plainer words than the pattern's.
      !/^Sorry, the service (is unavailable|cannot be used)/.test(textOf(headings(page)[0])) &&
        `heading: ${textOf(headings(page)[0])}`,
    ]),
  ),
  77: test(
    on('/', ({ page }) => [
      !/24 hours after you last use them/.test(mainText(page)) && 'the limit is not told',
    ]),
  ),
  78: test(on('/cookies', ({ page }) => [!/journeys/.test(mainText(page)) && 'the cookie is not named'])),
  79: by('test/web/contract.test.ts'),
  80: test(({ page }) =>
    // Terms and conditions are none of the pages of product.md.
    ['Privacy', 'Accessibility', 'Cookies'].map(
      (name) =>
        !having(elementsIn(page.all('footer')[0]!), 'a').some((one) => textOf(one) === name) && `no ${name}`,
    ),
  ),
  81: READ,
  82: test(
    on('/privacy', ({ page }) =>
      [/lawful basis|law/i, /rights/i, /Information Commissioner|ICO/, /how long|hours/i, /health/i].map(
        (word) => !word.test(mainText(page)) && `nothing on ${word.source}`,
      ),
    ),
  ),
  83: test(
    on('/accessibility', ({ page }) =>
      [/WCAG|Web Content Accessibility/, /Equality/, /contact|write/i, /prepared|tested/i].map(
        (word) => !word.test(mainText(page)) && `nothing on ${word.source}`,
      ),
    ),
  ),
  84: READ,
  85: test(({ page }) => [/mentally ill\b|suffering from|afflicted by|victim of/i.exec(mainText(page))?.[0]]),
  86: test(({ page }) => [
    [...page.all('i'), ...page.all('em')].length > 0 && 'italics',
    /\b(simply|is easy|easily)\b/i.exec(mainText(page))?.[0],
  ]),
  87: READ,
};

const NOT_SURE = ['questions/detained', 'questions/decided-by', 'questions/agreed-where'];
/** One box that says yes by itself: its label is the whole of it. */
const ALONE = ['staying', 'not-improving'];
const isWrongAnswer = ({ state }: Seen) => state.status === 422;

let stage: Stage;
const seen: Seen[] = [];
beforeAll(async () => {
  stage = await openStage();
  for (const state of STATES) {
    const show = await showState(stage, state);
    seen.push({ state, show, page: show.page });
  }
}, 120_000);
afterAll(() => stage.close());

const numbers = Array.from({ length: 87 }, (_, index) => index + 1);

describe('patterns.md', () => {
  it('has each statement held, read, or not for us', () => {
    expect(Object.keys(PATTERNS).map(Number)).toEqual(numbers);
    const files = Object.values(PATTERNS).flatMap((held) => ('by' in held ? held.by : []));
    expect(files.filter((file) => !existsSync(join(stage.root, file)))).toEqual([]);
  });

  it.each(
    Object.entries(PATTERNS).flatMap(([number, held]) =>
      'test' in held ? [[number, held.test] as const] : [],
    ),
  )('statement %s holds on every page', (_number, check) => {
    const faults = seen.flatMap((one) =>
      check(one).flatMap((fault) => (fault ? `${one.state.name}: ${fault}` : [])),
    );
    expect(faults).toEqual([]);
  });

  it('7: no two pages have the same heading or title, but for one question in its several states', () => {
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

/** States that are one page: a refusal that several errors lead to, a page and its answer in error. */
function family({ page, status }: State): string {
  if (status === 410) return 'gone';
  if (status === 503 || status === 500)
    return status === 503 && page === 'the store is away' ? page : 'problem';
  return page.replace(', in error', '').replace(', empty', '').replace('.ics', '');
}
