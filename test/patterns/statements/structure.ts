import { attribute, elementsIn } from '../../support/page.ts';
import { isQuestion, mainText, on, type Statements } from '../asking.ts';

/** What docs/patterns.md says under "Structure and safety". */
export const STRUCTURE: Statements = {
  'The start page has one way to start, and names help for those who cannot wait': {
    test: on('/', ({ page }) => [
      !page.forms.some((form) => attribute(form, 'action') === '/start') && 'no start',
      !/not safe, or cannot wait/.test(mainText(page)) && 'no other way to get help',
    ]),
  },
  'The start page has no long text about who may use it': {
    readByAPerson: 'judged with each change of the start page',
  },
  'A list of tasks is used only where tasks have no fixed order': {
    notForUs: 'the questions have one order',
  },
  'There is no step-by-step navigation inside the service': {
    test: ({ page }) => [
      page.elements.some((one) => attribute(one, 'class')?.includes('step-nav')) && 'step by step',
    ],
  },
  'A page that interrupts is used only where a pause is needed': {
    notForUs: 'nothing needs a pause',
  },
  'A way to leave quickly is offered on purpose, not by habit': {
    readByAPerson: 'decided: a letter about a doctor may be seen by somebody it should not reach',
  },
  'Every question page has a way to leave quickly': {
    test: (seen) => [
      isQuestion(seen) &&
        !seen.page.all('a').some((one) => attribute(one, 'href') === '/leave') &&
        'no way to leave quickly',
    ],
  },
  'The contact details are in the same place on every page': {
    test: ({ page }) => {
      const footer = page.all('footer')[0];
      const links = footer ? elementsIn(footer).map((one) => attribute(one, 'href')) : [];
      return [!links.some((href) => href?.startsWith('mailto:')) && 'no contact in the footer'];
    },
  },
  'Advice about emergencies is not on question pages': {
    notForUs: 'pages that ask about distress carry one fixed line that leads to urgent help',
  },
};
