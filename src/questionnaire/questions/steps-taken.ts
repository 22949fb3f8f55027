import { checkboxes, radios } from '../fields/choice.ts';
import { question } from '../question.ts';
import { WHO_DECIDES } from './doubts.ts';

/** What was tried so far, the answer to it, and what a second opinion would build on. */

export const soFar = question('so-far', (name) =>
  checkboxes(
    name,
    [
      'talked',
      'gave-information',
      'asked-for-review',
      'asked-for-second-opinion',
      'asked-why',
      'asked-again',
      'asked-in-writing',
      'contacted-pals',
      'used-advocate',
      'complained',
      'nothing-yet',
    ],
    { exclusive: ['nothing-yet'] },
  ),
);

export const answerSoFar = question('answer-so-far', (name) =>
  radios(name, [
    'agreed',
    'refused',
    'something-first',
    'no-answer-yet',
    'not-clear',
    'had-it',
    'had-it-agreed',
    'had-it-no-report',
  ]),
);

export const answeredBy = question('answered-by', (name) => radios(name, WHO_DECIDES));

export const agreedWhere = question('agreed-where', (name) =>
  radios(name, ['local', 'out-of-area', 'not-sure']),
);

export const funding = question('funding', (name) =>
  radios(name, ['not-applied', 'waiting', 'agreed', 'refused']),
);

export const history = question('history', (name) =>
  checkboxes(
    name,
    [
      'usual-treatments-tried',
      'slow-recovery',
      'long-or-repeated-hospital',
      'serious-side-effects',
      'none-of-these',
    ],
    { exclusive: ['none-of-these'] },
  ),
);

export const condition = question('condition', (name) =>
  radios(
    name,
    [
      'psychosis',
      'bipolar',
      'depression',
      'anxiety',
      'ocd',
      'eating-disorder',
      'trauma',
      'personality-disorder',
      'adhd-or-autism',
      'something-else',
    ],
    { optional: true },
  ),
);
