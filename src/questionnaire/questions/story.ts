import { checkboxes } from '../fields/choice.ts';
import { question, questionDependingOn, questionOf } from '../question.ts';
import type { LetterAnswer } from './people.ts';
import { listOfLines } from '../fields/lines.ts';
import { line, longText } from '../fields/text.ts';

/** What the letter says: the history, the problems, and what is asked for. */

export const health = questionOf('health', () => ({
  'diagnosis-given': line('diagnosis-given'),
  'unwell-for': line('unwell-for'),
  'hospital-admissions': line('hospital-admissions'),
}));

export const medicine = questionOf('medicine', () => ({
  'current-medicine': listOfLines('current-medicine'),
  'time-on-medicine': line('time-on-medicine'),
  'medicines-tried': line('medicines-tried'),
  'treatments-tried': listOfLines('treatments-tried'),
}));

export const background = question('background', (name) => longText(name));

export const problems = questionOf(
  'problems',
  () => ({
    'problem-areas': checkboxes(
      'problem-areas',
      [
        'sleep',
        'work-or-study',
        'family-and-friends',
        'leaving-home',
        'looking-after-myself',
        'concentrating',
        'enjoying-things',
      ],
      { optional: true },
    ),
    problems: listOfLines('problems'),
  }),
  {
    code: 'none-given',
    at: 'problem-areas',
    reads: ['problem-areas', 'problems'],
    isMet: (values) => values['problem-areas'].length > 0 || values.problems.length > 0,
  },
);

export const sideEffects = question('side-effects', (name) => listOfLines(name));

export const changeWanted = questionOf(
  'change-wanted',
  () => ({
    'change-wanted': checkboxes('change-wanted', [
      'different-treatment',
      'talking-therapy',
      'reduce-medicine',
      'increase-medicine',
      'stop-medicine',
      'talk-over-options',
      'something-else',
    ]),
    'change-wanted-details': longText('change-wanted-details'),
  }),
  {
    code: 'details-missing',
    at: 'change-wanted-details',
    reads: ['change-wanted', 'change-wanted-details'],
    isMet: (values) =>
      !values['change-wanted'].includes('something-else') || values['change-wanted-details'] !== '',
  },
);

export const triedToResolve = question('tried-to-resolve', (name) => longText(name));

export const doctorSaid = questionOf('doctor-said', () => ({
  'doctor-said': checkboxes('doctor-said', ['no-other-options', 'carry-on', 'none-of-these'], {
    optional: true,
    exclusive: ['none-of-these'],
  }),
  'not-improving': checkboxes('not-improving', ['yes'], { optional: true }),
}));

/** A second opinion about a diagnosis needs reasons; a review can be asked for without them. */
export const reasonsToDisagree = questionDependingOn(
  'reasons-to-disagree',
  ({ letter }: LetterAnswer) => [letter === 'second-opinion-diagnosis'],
  (required) => ({ 'reasons-to-disagree': listOfLines('reasons-to-disagree', { required }) }),
);

export const hopedFor = questionOf('hoped-for', () => ({
  'hoped-for': longText('hoped-for'),
  staying: checkboxes('staying', ['yes'], { optional: true }),
  'share-record': checkboxes('share-record', ['yes'], { optional: true }),
}));

export const ownWords = question('own-words', (name) => longText(name));
