import { textOf } from '../../support/page.ts';
import { headings, mainText, on, type Statements } from '../asking.ts';

/** What docs/patterns.md says under "When something fails". */
export const FAILURES: Statements = {
  'A page that does not exist says so, without a number and without blame': {
    test: on('page not found', ({ page }) => [
      !page.title.startsWith('Page not found – ') && 'title',
      textOf(headings(page)[0]) !== 'Page not found' && 'heading',
      /404/.test(mainText(page)) && '404',
    ]),
  },
  'A fault of ours says sorry, and to try again later': {
    test: on('a problem of ours', ({ page }) => [
      textOf(headings(page)[0]) !== 'Sorry, there is a problem with the service' && 'heading',
      !/Try again later\./.test(mainText(page)) && 'not said when',
    ]),
  },
  'A page for an outage says that the service cannot be used': {
    test: on('the store is away', ({ page }) => [
      !/^Sorry, the service (is unavailable|cannot be used)/.test(textOf(headings(page)[0])) &&
        `heading: ${textOf(headings(page)[0])}`,
    ]),
  },
};
