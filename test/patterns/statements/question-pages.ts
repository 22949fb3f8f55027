import { attribute, elementsIn, textOf } from '../../support/page.ts';
import {
  buttons,
  classed,
  having,
  headings,
  inOrder,
  inputsOf,
  onQuestions,
  type Statements,
} from '../asking.ts';

const NOT_SURE = ['questions/detained', 'questions/decided-by', 'questions/agreed-where'];

/** What docs/patterns.md says under "Question pages". */
export const QUESTION_PAGES: Statements = {
  'A question page has a back link, a heading, an input and a Continue button': {
    test: onQuestions(({ page }) => [
      classed(page.all('a'), 'govuk-back-link').length !== 1 && 'no back link',
      headings(page).length !== 1 && 'not one heading',
      inputsOf(page).length === 0 && 'no input',
      !buttons(page).some((one) => textOf(one) === 'Continue') && 'no Continue',
    ]),
  },
  'The back link comes before the main part and works without JavaScript': {
    test: ({ page }) => [
      page.all('nav').some((nav) => !attribute(nav, 'aria-label')) && 'a nav has no name',
      ...classed(page.all('a'), 'govuk-back-link').map(
        (link) =>
          (inOrder(page, link) > inOrder(page, page.all('main')[0]) ||
            !attribute(link, 'href')?.startsWith('/')) &&
          'the back link is not before main, or leads nowhere',
      ),
    ],
  },
  'The back link leads to the page before, with the answer as it was last given': {
    heldBy: 'test/questionnaire/journey.test.ts',
  },
  'The browser’s own Back button works at every step': { heldBy: 'test/browser/journey.test.ts' },
  'No button says "Next"': {
    test: ({ page }) => buttons(page).map((one) => /^Next$/i.test(textOf(one)) && 'Next'),
  },
  'A page asks one question, and that question is its only h1': {
    test: onQuestions(({ page }) => [
      headings(page).length !== 1 && 'not one h1',
      inputsOf(page).length === 0 && 'no question',
    ]),
  },
  'No two pages share a heading or a title': { heldBy: 'test/patterns/every-page.test.ts' },
  'A page makes clear why it asks': { readByAPerson: 'judged with each change of a question’s words' },
  '"Not sure" is offered where people may not know': {
    test: onQuestions(({ state, page }) => [
      NOT_SURE.includes(state.page) &&
        !page.main.some((one) => attribute(one, 'value') === 'not-sure') &&
        'no "not sure"',
    ]),
  },
  'Optional questions say "(optional)", and nothing is marked with an asterisk': {
    test: onQuestions(({ page }) => {
      const asked = [...page.all('label'), ...page.all('legend')].map(textOf);
      const said = [...asked, ...page.all('h1').map(textOf)].filter((text) => text.includes('(optional)'));
      const canSkip = buttons(page).some((one) => textOf(one) === 'Skip this question');
      return [
        canSkip && said.length === 0 && 'not said to be optional',
        canSkip && new Set(said).size > 1 && `said more than once: ${said.join('; ')}`,
        ...asked.map((text) => text.includes('*') && `asterisk: ${text}`),
      ];
    }),
  },
  'Nothing is asked twice, and earlier answers are filled in': {
    heldBy: 'test/questionnaire/questions.test.ts',
  },
  'A hint is one short sentence without a full stop or a link': {
    test: ({ page }) =>
      classed(page.main, 'govuk-hint').flatMap((hint) => [
        textOf(hint).endsWith('.') && `full stop: ${textOf(hint)}`,
        having(elementsIn(hint), 'a').length > 0 && `link: ${textOf(hint)}`,
      ]),
  },
  'A field has one hint and one example at most, and neither says what its label says': {
    test: onQuestions(({ page }) =>
      classed(page.main, 'govuk-form-group').flatMap((group) => {
        const within = elementsIn(group);
        const ofChoices = /__hint/;
        const hints = classed(within, 'govuk-hint').filter(
          (one) => !ofChoices.test(attribute(one, 'class')!),
        );
        const asked = [...having(within, 'legend'), ...having(within, 'label')].map(textOf);
        const examples = [...asked, ...hints.map(textOf)].join(' ').match(/for example/gi) ?? [];
        return [
          hints.length > 1 && `two hints: ${hints.map(textOf).join('; ')}`,
          examples.length > 1 && `two examples: ${asked[0]}`,
          ...hints.map((hint) => asked.includes(textOf(hint)) && `said twice: ${textOf(hint)}`),
        ];
      }),
    ),
  },
  'A long explanation is text on the page under a heading, not a hint': {
    readByAPerson: 'judged with each change of a question’s words',
  },
  'There are no sliders and no progress bars': {
    test: ({ page }) => [
      having(page.elements, 'input', 'range').length > 0 && 'a slider',
      page.all('progress').length > 0 && 'a progress bar',
    ],
  },
  'The name of the section is a caption, not part of the heading': {
    test: onQuestions(({ page }) => [
      !/^Part [12]: /.test(textOf(classed(page.main, 'caption')[0])) && 'no caption',
      headings(page).some((one) => /Part [12]/.test(textOf(one))) && 'the section is in the heading',
    ]),
  },
};
