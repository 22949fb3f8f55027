import { attribute, elementsIn, textOf } from '../../support/page.ts';
import { buttons, classed, having, inputsOf, named, onQuestions, type Statements } from '../asking.ts';

/** Single boxes that mean yes: the label says everything, so they need no legend. */
const ALONE = ['staying', 'not-improving'];

/** What docs/patterns.md says under "Controls". */
export const CONTROLS: Statements = {
  'Radios and checkboxes are in a fieldset with a legend, and none is chosen for the person': {
    test: onQuestions(({ state, page }) => {
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
  },
  'Radios are listed one below the other': {
    test: ({ page }) => [classed(page.elements, 'govuk-radios--inline').length > 0 && 'inline radios'],
  },
  'A choice never reveals another field on the same page': {
    test: ({ page }) => [page.having('data-aria-controls').length > 0 && 'a conditional reveal'],
  },
  'A "none" checkbox comes last, after the word "or"': {
    test: onQuestions(({ page }) => {
      const alone = page.main.filter((one) => attribute(one, 'data-behaviour') === 'exclusive');
      return alone.flatMap((one) => [
        named(page, attribute(one, 'name')!).at(-1) !== one && `not the last: ${attribute(one, 'value')}`,
        !classed(page.main, 'govuk-checkboxes__divider').some((divider) => textOf(divider) === 'or') &&
          'no "or"',
      ]);
    }),
  },
  'Every input has a visible label, without a colon, and no placeholder': {
    test: ({ page }) => {
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
    },
  },
  'No field has the type "number"': {
    test: ({ page }) => [having(page.elements, 'input', 'number').length > 0 && 'a number field'],
  },
  'No field has a maxlength: a longer answer is kept and reported': {
    test: ({ page }) => [page.having('maxlength').length > 0 && 'maxlength'],
  },
  'Pasting is never blocked': {
    test: ({ page }) => [page.having('onpaste').length > 0 && 'paste is caught'],
  },
  'No button is disabled, and a page has one primary button': {
    test: ({ state, page }) => {
      const primary = classed(page.main, 'govuk-button').filter(
        (one) => !/--(secondary|warning)/.test(attribute(one, 'class')!),
      );
      return [
        page.having('disabled').length > 0 && 'disabled',
        state.page !== 'plan' && primary.length > 1 && `primary buttons: ${primary.map(textOf).join(', ')}`,
      ];
    },
  },
  'A double click sends a form once': {
    test: onQuestions(({ page }) =>
      buttons(page).map(
        (one) => attribute(one, 'data-prevent-double-click') !== 'true' && 'a double click sends twice',
      ),
    ),
  },
  'Nothing on a question page is folded away': {
    test: onQuestions(({ page }) => [
      page.all('details').length > 0 && 'something is folded away on a question',
    ]),
  },
  'The skip link comes first in the body and leads somewhere': {
    test: ({ page }) => {
      const [first] = elementsIn(page.all('body')[0]!);
      const target = attribute(first, 'href')?.slice(1) ?? '';
      return [
        !attribute(first, 'class')?.includes('govuk-skip-link') && 'the skip link is not first',
        !page.byId(target) && 'it leads nowhere',
      ];
    },
  },
};
