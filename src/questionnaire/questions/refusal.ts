import { radios } from '../fields/choice.ts';
import { listOfLines } from '../fields/lines.ts';
import { longText } from '../fields/text.ts';
import { questionDependingOn, questionOf } from '../question.ts';
import { onTheDay, pastDay } from './past-day.ts';

/** A request that was refused: when and why, and what to say to it. */

export const theAnswer = questionDependingOn('the-answer', onTheDay, (today) => ({
  'refused-on': pastDay('refused-on', today, { required: true }),
  'reasons-given': radios('reasons-given', ['yes', 'no', 'not-clear']),
  reasons: listOfLines('reasons'),
  'asked-on': pastDay('asked-on', today),
  'refused-how': radios('refused-how', ['said', 'letter', 'message', 'somebody-else-told-me'], {
    optional: true,
  }),
}));

export const putRight = questionOf('put-right', () => ({
  'put-right': listOfLines('put-right'),
  'local-policy': radios('local-policy', ['there-is', 'there-is-none', 'not-asked'], { optional: true }),
  'policy-says': longText('policy-says'),
}));
