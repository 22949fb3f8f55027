import { radios } from '../fields/choice.ts';
import { dayField } from '../fields/day.ts';
import { addressLines, listOfLines } from '../fields/lines.ts';
import { line } from '../fields/text.ts';
import { questionDependingOn, questionOf } from '../question.ts';
import { EARLIEST, onTheDay, pastDay } from './past-day.ts';

/** A board's decision not to pay (facts 4.11, N.31), and a body that a letter goes to. */

export const decision = questionDependingOn(
  'decision',
  onTheDay,
  (today) => ({
    'decision-letter': radios('decision-letter', ['have-it', 'doctor-has-it', 'not-seen']),
    'write-to': radios('write-to', ['doctor', 'board']),
    'decision-on': pastDay('decision-on', today),
    'decision-reference': line('decision-reference'),
    // A day in the past is allowed: the letter is then even more urgent.
    'review-by': dayField('review-by', today, { monthIsEnough: true, earliest: EARLIEST }),
    'review-who': radios('review-who', ['me', 'doctor', 'either', 'not-said'], { optional: true }),
  }),
  {
    code: 'decision-on-missing',
    at: 'decision-on',
    reads: ['decision-letter', 'decision-on'],
    isMet: (values) => values['decision-letter'] !== 'have-it' || values['decision-on'] !== undefined,
  },
);

export const recipient = questionOf('recipient', () => ({
  'recipient-name': line('recipient-name', { required: true }),
  'recipient-address': addressLines('recipient-address'),
}));

export const boardReasons = questionOf('board-reasons', () => ({
  'board-reasons': listOfLines('board-reasons'),
  'new-facts': listOfLines('new-facts'),
  'how-decided': listOfLines('how-decided'),
}));
