import { attribute, textOf } from '../../support/page.ts';
import {
  classed,
  inputsOf,
  messagesOf,
  onErrors,
  summaryLinks,
  withoutPrefix,
  type Statements,
} from '../asking.ts';

const FORBIDDEN_IN_MESSAGES =
  /\b(please|sorry|valid|invalid|forbidden|illegal|you forgot|prohibited|oops)\b|An error occurred|This field is required|Select an option|Answer the question/i;

/** What docs/patterns.md says under "Errors". */
export const ERRORS: Statements = {
  'The server checks every answer, and the browser’s own checks are off': {
    test: ({ page }) => [
      page.all('form').some((form) => attribute(form, 'novalidate') === undefined) && 'the browser validates',
      page.having('required').length > 0 && 'required',
    ],
  },
  'After an error the same page comes back with everything that was typed': {
    heldBy: 'test/web/wrong-answers.test.ts',
  },
  'The title starts with "Error: " exactly when there are errors': {
    test: (seen) => [
      seen.page.title.startsWith('Error: ') !== (seen.state.status === 422) && `title: ${seen.page.title}`,
    ],
  },
  'The error summary comes first in the main part, under "There is a problem"': {
    test: onErrors(({ page }) => {
      const [summary] = classed(page.main, 'govuk-error-summary');
      const [first] = page.main;
      return [
        summary === undefined && 'no summary',
        first !== summary && 'the summary is not first in main',
        summary && !textOf(summary).startsWith('There is a problem') && 'not "There is a problem"',
      ];
    }),
  },
  'Each entry of the summary leads to the field that it is about': {
    test: onErrors(({ page }) =>
      summaryLinks(page).map((link) => {
        const target = page.byId(attribute(link, 'href')!.slice(1));
        return (
          !(target && inputsOf(page).includes(target)) && `leads to no field: ${attribute(link, 'href')}`
        );
      }),
    ),
  },
  'The summary repeats the messages word for word, in the order of the fields': {
    test: onErrors(({ page }) => {
      const [above, below] = [summaryLinks(page).map(textOf), messagesOf(page).map(withoutPrefix)];
      return [above.join('|') !== below.join('|') && `above: ${above.join('|')}; below: ${below.join('|')}`];
    }),
  },
  'A message is tied to its field and starts with a hidden "Error:"': {
    test: onErrors(({ page }) =>
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
  },
  'With JavaScript, an error summary takes the focus': { heldBy: 'test/browser/journey.test.ts' },
  'A message does not apologise, plead, blame or use stock phrases': {
    test: onErrors(({ page }) =>
      messagesOf(page).map((one) => FORBIDDEN_IN_MESSAGES.test(withoutPrefix(one)) && withoutPrefix(one)),
    ),
  },
  'A message says what to enter, select or check, or what the answer must be': {
    test: onErrors(({ page }) =>
      messagesOf(page).map(
        (one) =>
          !/^(Enter|Select|Check|Each line of|.+ must )/.test(withoutPrefix(one)) && withoutPrefix(one),
      ),
    ),
  },
  'Nobody gets an error for not being eligible: a page says what to do instead': {
    heldBy: 'test/web/right-to-act.test.ts',
  },
  'Nothing is checked while somebody is still typing': {
    test: ({ page }) => [page.having('onblur').length > 0 && 'checked on blur'],
  },
  'Spaces around an answer, and spaces, hyphens and dots in a number, are ignored': {
    heldBy: 'test/questionnaire/fields/identifiers.test.ts',
  },
  'An error summary and a notification banner never appear together': {
    test: ({ page }) => [
      classed(page.main, 'govuk-notification-banner').length > 0 &&
        classed(page.main, 'govuk-error-summary').length > 0 &&
        'banner and summary',
    ],
  },
};
