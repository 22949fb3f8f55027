import { checkboxes, radios } from '../fields/choice.ts';
import { dayField } from '../fields/day.ts';
import { listOfLines } from '../fields/lines.ts';
import { line } from '../fields/text.ts';
import { questionDependingOn } from '../question.ts';
import { onTheDay, pastDay } from './past-day.ts';
import { CHASED } from './people.ts';

/** What a chaser follows up: what was asked for, when and how, and what was heard since. */

export const earlier = questionDependingOn('earlier', onTheDay, (today) => ({
  about: radios('about', CHASED),
  'asked-on': pastDay('asked-on', today, { required: true }),
  'asked-how': radios('asked-how', ['by-hand', 'post', 'email', 'online-form', 'phone', 'in-person'], {
    optional: true,
  }),
  'their-reference': line('their-reference'),
}));

export const since = questionDependingOn('since', onTheDay, (today) => ({
  heard: listOfLines('heard'),
  'answer-hoped-by': dayField('answer-hoped-by', today, {
    monthIsEnough: true,
    must: ['be-future', 'not-future'],
  }),
  'copy-with-it': checkboxes('copy-with-it', ['yes'], { optional: true }),
}));
