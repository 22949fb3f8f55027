import { attribute, elementsIn, textOf } from '../../support/page.ts';
import { classed, having, headings, mainText, on, type Statements } from '../asking.ts';

/** What docs/patterns.md says under "Check answers and the letter". */
export const CHECK_AND_LETTER: Statements = {
  'Check answers says what to do, and that nothing is finished yet': {
    test: on('check-answers', ({ page }) => [
      !/^Check /.test(textOf(headings(page)[0])) && 'the heading does not say what to do',
      !/not finished yet/.test(mainText(page)) && 'not said that it is not finished',
    ]),
  },
  'Each row of check answers has a Change link of its own words': {
    test: on('check-answers', ({ page }) => {
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
  },
  'After a change, Continue leads back to check answers once nothing new is to be asked': {
    heldBy: 'test/web/changes.test.ts',
  },
  'Check answers has a row for each question that was answered, at most 14 for a short letter, and one line of links for the rest':
    {
      test: on('check-answers', ({ state, page }) => {
        const rows = classed(page.main, 'govuk-summary-list__row');
        const rest = page.main.filter((one) => attribute(one, 'data-not-added') !== undefined);
        const links = rest.flatMap((line) => having(elementsIn(line), 'a'));
        return [
          rows.some((row) => !attribute(row, 'data-answer')) && 'a row that is no answer',
          rows.some((row) => !textOf(classed(elementsIn(row), 'govuk-summary-list__value')[0])) &&
            'a row without an answer',
          state.name.endsWith('the short way') &&
            rows.length > 14 &&
            `${rows.length} rows for a short letter`,
          rest.length > 1 && 'more than one line of what was not added',
          state.how === 'empty' && links.length === 0 && 'nothing leads to what was skipped',
          links.some((link) => !attribute(link, 'href')?.includes('/questions/')) &&
            'a link that adds nothing',
        ];
      }),
    },
  'The button of check answers names what it does': {
    test: on('check-answers', ({ page }) => [
      !classed(page.main, 'govuk-button').some((one) => /^See (your|the) letter$/.test(textOf(one))) &&
        'button',
    ]),
  },
  'The letter page says what happens next and has a PDF to keep': {
    test: on('letter', ({ page }) => [
      !page.byId('what-next') && 'nothing about what comes next',
      !/too long for a PDF/.test(mainText(page)) &&
        !page.main.some((one) => attribute(one, 'href')?.endsWith('/letter.pdf')) &&
        'no PDF',
    ]),
  },
  'A journey that is gone leads to a page that helps': {
    test: ({ state, page }) => [
      state.status === 410 &&
        !page.main.some((one) => attribute(one, 'href') === '/resume') &&
        'no way on from what is gone',
    ],
  },
  'Everything in the PDF is on a web page too': { heldBy: 'test/formats/pdf-text.test.ts' },
  'The PDF has tags, headings, a title and a language': { heldBy: 'test/formats/pdf-tools.test.ts' },
  'No page uses a panel': {
    test: ({ page }) => [classed(page.elements, 'govuk-panel').length > 0 && 'a panel'],
  },
};
