import type { LetterId } from '../../src/questionnaire/questions/people.ts';
import type { Persona } from './driver.ts';

/** Sample answers to the questions of the letters that follow the first ask. All people and bodies are invented. */

const REFUSED: Persona = {
  'so-far': { 'so-far': ['talked', 'asked-for-second-opinion', 'asked-why', 'asked-again'] },
  'answer-so-far': { 'answer-so-far': 'refused' },
  'answered-by': { 'answered-by': 'psychiatrist' },
};

/** What has happened before each later letter is written. */
export const STEPS_BEFORE_LATER: Readonly<Partial<Record<LetterId, Persona>>> = {
  chaser: {
    'so-far': { 'so-far': ['talked', 'asked-for-second-opinion', 'asked-in-writing'] },
    'answer-so-far': { 'answer-so-far': 'no-answer-yet' },
  },
  'ask-reasons': REFUSED,
  complaint: REFUSED,
  'funding-review': {
    'so-far': { 'so-far': ['talked', 'asked-for-second-opinion', 'asked-in-writing'] },
    'answer-so-far': { 'answer-so-far': 'agreed' },
    'agreed-where': { 'agreed-where': 'out-of-area' },
    funding: { funding: 'refused' },
  },
};

/** Everything that the later letters ask for, each question once. An answer that letters share suits each of them. */
export const LATER_ANSWERS: Persona = {
  earlier: {
    about: 'second-opinion',
    'asked-on-day': '3',
    'asked-on-month': '3',
    'asked-on-year': '2026',
    'asked-how': 'post',
    'their-reference': 'BC/1024',
  },
  since: {
    heard: '12 March 2026 - the letter was passed on\n2 April 2026 - no news yet',
    'answer-hoped-by-month': '1',
    'answer-hoped-by-year': '2099',
    'copy-with-it': ['yes'],
  },
  'the-answer': {
    'refused-on-day': '14',
    'refused-on-month': 'April',
    'refused-on-year': '2026',
    'reasons-given': 'not-clear',
    reasons: 'it would not change the treatment',
    'asked-on-day': '',
    'asked-on-month': 'March',
    'asked-on-year': '2026',
    'refused-how': 'letter',
  },
  'put-right': {
    'put-right': 'the dose was halved in May\nthe panic began before the medicine',
    'local-policy': 'there-is',
    'policy-says': 'A patient may ask for a second opinion once.',
  },
  'complain-to': {
    'complain-to': 'service',
    'body-name': 'Borchester NHS Trust',
    'body-address': 'Trust House\nBorchester\nBC1 9ZZ',
    'about-service': 'North community team',
    'name-doctor': ['yes'],
    'staff-name': 'Dr Anil Patel',
  },
  'complaint-about': {
    'complaint-about': ['no-answer', 'not-told-how'],
    'complaint-details': 'There should have been an answer, or the name of somebody who could give one.',
  },
  events: { events: '3 March 2026 - asked for a second opinion by letter\n2 April 2026 - rang, no news' },
  'outcome-wanted': {
    wanted: ['look-again', 'explain'],
    'wanted-details': 'A date for the answer would help most.',
    'questions-to-answer': 'who has the letter now?\nwhen will it be answered?',
    effect: 'Waiting without news has been hard.',
  },
  'talk-about-it': {
    'talk-about-it': 'phone',
    'advocate-name': 'Jo Bright',
    'advocate-contact': '0808 157 0193',
    'late-reason': 'Hospital treatment took up the spring.',
  },
  decision: {
    'decision-letter': 'have-it',
    'write-to': 'board',
    'decision-on-day': '14',
    'decision-on-month': '4',
    'decision-on-year': '2026',
    'decision-reference': 'IFR 88',
    'review-by-day': '12',
    'review-by-month': '5',
    'review-by-year': '2026',
    'review-who': 'either',
  },
  recipient: {
    'recipient-name': 'Borchester Integrated Care Board',
    'recipient-address': 'Board House\nBorchester\nBC1 8YY',
  },
  'board-reasons': {
    'board-reasons': 'a local service can do the same',
    'new-facts': 'two local services have said that they cannot offer it',
    'how-decided': 'the report came after the meeting',
  },
};
