import { checkboxes, radios } from '../fields/choice.ts';
import { addressLines, listOfLines } from '../fields/lines.ts';
import { fullName } from '../fields/name.ts';
import { line, longText } from '../fields/text.ts';
import { question, questionOf } from '../question.ts';

/** A complaint (facts N.8, N.27): to whom, about what, what happened, and what is wanted. */

export const complainTo = questionOf(
  'complain-to',
  () => ({
    'complain-to': radios('complain-to', ['practice', 'service', 'board']),
    'body-name': line('body-name', { required: true }),
    'body-address': addressLines('body-address'),
    'about-service': line('about-service'),
    'name-doctor': checkboxes('name-doctor', ['yes'], { optional: true }),
    'staff-name': fullName('staff-name'),
  }),
  {
    code: 'service-missing',
    at: 'about-service',
    reads: ['complain-to', 'about-service'],
    isMet: (values) => values['complain-to'] !== 'board' || values['about-service'] !== '',
  },
  {
    code: 'staff-name-missing',
    at: 'staff-name',
    reads: ['name-doctor', 'staff-name'],
    isMet: (values) => values['name-doctor'].length === 0 || values['staff-name'] !== '',
  },
);

export const complaintAbout = questionOf(
  'complaint-about',
  () => ({
    'complaint-about': checkboxes('complaint-about', [
      'no-answer',
      'refused-no-reasons',
      'refused',
      'agreed-not-arranged',
      'not-told-how',
      'report-ignored',
      'funding',
      'how-i-was-spoken-to',
      'other',
    ]),
    'complaint-details': longText('complaint-details'),
  }),
  {
    code: 'details-missing',
    at: 'complaint-details',
    reads: ['complaint-about', 'complaint-details'],
    isMet: (values) => !values['complaint-about'].includes('other') || values['complaint-details'] !== '',
  },
);

export const events = question('events', (name) => listOfLines(name, { required: true }));

export const outcomeWanted = questionOf(
  'outcome-wanted',
  () => ({
    wanted: checkboxes('wanted', [
      'look-again',
      'reasons-in-writing',
      'arrange-it',
      'explain',
      'apology',
      'change-for-others',
      'other',
    ]),
    'wanted-details': longText('wanted-details'),
    'questions-to-answer': listOfLines('questions-to-answer'),
    effect: longText('effect'),
  }),
  {
    code: 'details-missing',
    at: 'wanted-details',
    reads: ['wanted', 'wanted-details'],
    isMet: (values) => !values.wanted.includes('other') || values['wanted-details'] !== '',
  },
);

export const talkAboutIt = questionOf('talk-about-it', () => ({
  'talk-about-it': radios('talk-about-it', ['phone', 'meeting', 'writing', 'not-wanted'], { optional: true }),
  'advocate-name': fullName('advocate-name'),
  'advocate-contact': line('advocate-contact'),
  'late-reason': longText('late-reason'),
}));
