import { elementsIn, textOf } from '../../support/page.ts';
import { having, mainText, on, type Statements } from '../asking.ts';

/** What docs/patterns.md says under "Time, cookies, privacy and accessibility". */
export const TRUST: Statements = {
  'The start page says how long answers are kept': {
    test: on('/', ({ page }) => [
      !/24 hours after you last use them/.test(mainText(page)) && 'does not say how long',
    ]),
  },
  'The cookies page names the cookie': {
    test: on('/cookies', ({ page }) => [!/journeys/.test(mainText(page)) && 'the cookie is not named']),
  },
  'The cookies that are set are the cookies that the page lists': { heldBy: 'test/web/contract.test.ts' },
  'The footer links to privacy, accessibility and cookies': {
    test: ({ page }) =>
      ['Privacy', 'Accessibility', 'Cookies'].map(
        (name) =>
          !having(elementsIn(page.all('footer')[0]!), 'a').some((one) => textOf(one) === name) &&
          `no ${name}`,
      ),
  },
  'We ask for no more than we need, and keep it no longer': { readByAPerson: 'judged with each new field' },
  'The privacy notice names the lawful basis, the rights, the regulator and how long data is kept': {
    test: on('/privacy', ({ page }) =>
      [/lawful basis|law/i, /rights/i, /Information Commissioner|ICO/, /how long|hours/i, /health/i].map(
        (word) => !word.test(mainText(page)) && `nothing on ${word.source}`,
      ),
    ),
  },
  'The accessibility statement names the standard, the tests, a contact and who enforces it': {
    test: on('/accessibility', ({ page }) =>
      [/WCAG|Web Content Accessibility/, /Equality/, /contact|write/i, /prepared|tested/i].map(
        (word) => !word.test(mainText(page)) && `nothing on ${word.source}`,
      ),
    ),
  },
  'The service meets the public sector’s accessibility rules, whether or not they bind it': {
    readByAPerson: 'judged with each new component',
  },
};
