import { lastSent } from '../record/sent.ts';
import type { AdviceSituation } from '../record/situation.ts';
import { isOverdue, requestWait } from '../record/waits.ts';
import {
  isAgreed,
  isFunding,
  isOutOfArea,
  isRequestOverdue,
  isRequestPending,
  isReviewOver,
} from './escalation.ts';
import { elsewhere, inEngland, type Rule, rule } from './rule.ts';
import { awaitedEntries } from './steps-of-asking.ts';
import { chaser, fundingReview, secondOpinionLetters } from './suggested.ts';
import { addDays } from '../questionnaire/calendar.ts';

/** Lines 5 and 6 of the order of escalation (docs/contract.md): agreed, paid for, had, and settled. */

const AGREED = { 'answer-so-far': ['agreed'] } as const;
const FAR = { 'agreed-where': ['out-of-area'] } as const;
/** How long to wait for a reply about a review of the funding: our own suggestion. */
const REVIEW_DAYS = 14;

const waitEnd = (s: AdviceSituation) => requestWait(s)?.due;
const citedEntries = awaitedEntries;
const appointment = ({ appointments }: AdviceSituation) => appointments['second-doctor'];
const hasAppointment = (s: AdviceSituation) => isAgreed(s) && appointment(s) !== undefined;
const isAppointmentPast = (s: AdviceSituation) =>
  isAgreed(s) && isOverdue({ due: appointment(s)?.on ?? s.today }, s.today);

/** The chaser, only once the expected day has passed. */
const chasedLate = (about: 'referral' | 'funding') => (s: AdviceSituation) =>
  isRequestOverdue(s) ? chaser(about)(s) : [];

const reviewSent = (s: AdviceSituation) => lastSent(s.timeline, 'funding-review');

export const STEPS_AFTER_A_YES: readonly Rule[] = [
  rule('did-it-happen', isAppointmentPast, {}, { citedEntries: (s) => [appointment(s)] }),
  rule(
    'get-ready-for-the-day',
    hasAppointment,
    {},
    {
      waitEnd: (s) => appointment(s)?.on,
      citedEntries: (s) => [appointment(s)],
      isTalk: true,
    },
  ),

  ...elsewhere('ask-about-funding', isOutOfArea, FAR),
  inEngland(
    'apply-for-funding',
    (s) => isFunding(s, 'not-applied'),
    { ...FAR, funding: ['not-applied'] },
    { waitEnd, citedEntries, letters: chasedLate('funding') },
  ),
  inEngland(
    'wait-for-funding',
    (s) => isFunding(s, 'waiting'),
    { ...FAR, funding: ['waiting'] },
    { waitEnd, citedEntries, letters: chasedLate('funding') },
  ),
  inEngland(
    'go-with-funding',
    (s) => isFunding(s, 'agreed'),
    { ...FAR, funding: ['agreed'] },
    { waitEnd, citedEntries, letters: chasedLate('referral') },
  ),
  inEngland(
    'wait-for-funding-review',
    (s) => isFunding(s, 'refused') && reviewSent(s) !== undefined,
    { funding: ['refused'] },
    {
      waitEnd: (s) => reviewSent(s) && addDays(reviewSent(s)!.on, REVIEW_DAYS),
      citedEntries: (s) => [reviewSent(s)],
    },
  ),
  inEngland(
    'ask-to-review-funding',
    (s) => isFunding(s, 'refused'),
    { ...FAR, funding: ['refused'] },
    { letters: fundingReview, askBy: waitEnd },
  ),
  rule(
    'prepare-for-second-opinion',
    isAgreed,
    { ...AGREED, 'agreed-where': ['local', 'not-sure'] },
    { waitEnd, citedEntries, letters: chasedLate('referral') },
  ),

  rule(
    'see-whether-the-review-helps',
    (s) => s.stage.at === 'review-agreed' && !isReviewOver(s),
    {},
    { waitEnd, citedEntries },
  ),
  rule(
    'talk-through-the-review',
    isReviewOver,
    {},
    { citedEntries, letters: secondOpinionLetters, saysWhy: true, isTalk: true },
  ),

  rule(
    'ask-for-the-report',
    (s) => s.stage.at === 'had-it-no-report',
    { 'answer-so-far': ['had-it-no-report'] },
    { waitEnd, citedEntries, letters: (s) => (isRequestPending(s) ? [] : chaser('report')(s)) },
  ),
  rule(
    'talk-through-the-reasons',
    (s) => s.stage.at === 'had-it-agreed',
    { 'answer-so-far': ['had-it-agreed'] },
    { isTalk: true },
  ),
  rule(
    'talk-through-report',
    (s) => s.stage.at === 'had-it',
    { 'answer-so-far': ['had-it'] },
    { isTalk: true },
  ),

  rule('settled', (s) => s.stage.at === 'settled', {}, { citedEntries: ({ stageFrom }) => [stageFrom] }),
];
