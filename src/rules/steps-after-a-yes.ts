import { lastSent } from '../record/sent.ts';
import type { AdviceSituation } from '../record/situation.ts';
import { isOverdue, requestWait } from '../record/waits.ts';
import { isAgreed, isFunding, isOutOfArea, isPastWait, isReviewed, isWaiting } from './escalation.ts';
import { elsewhere, inEngland, type Rule, rule } from './rule.ts';
import { whatIsWaited } from './steps-of-asking.ts';
import { chaser, fundingReview, secondOpinionLetters } from './suggested.ts';
import { addDays } from '../questionnaire/calendar.ts';

/** Lines 5 and 6 of the order of escalation (docs/contract.md): agreed, paid for, had, and settled. */

const AGREED = { 'answer-so-far': ['agreed'] } as const;
const FAR = { 'agreed-where': ['out-of-area'] } as const;
/** How long to wait for a reply about a review of the funding: our own suggestion. */
const REVIEW_DAYS = 14;

const waits = (s: AdviceSituation) => requestWait(s)?.due;
const cites = whatIsWaited;
const appointment = ({ appointments }: AdviceSituation) => appointments['second-doctor'];
const hasAppointment = (s: AdviceSituation) => isAgreed(s) && appointment(s) !== undefined;
const isAppointmentPast = (s: AdviceSituation) =>
  isAgreed(s) && isOverdue({ due: appointment(s)?.on ?? s.today }, s.today);

/** The chaser, only once the expected day has passed. */
const chasedLate = (about: 'referral' | 'funding') => (s: AdviceSituation) =>
  isPastWait(s) ? chaser(about)(s) : [];

const reviewSent = (s: AdviceSituation) => lastSent(s.timeline, 'funding-review');

export const STEPS_AFTER_A_YES: readonly Rule[] = [
  rule('did-it-happen', isAppointmentPast, {}, { cites: (s) => [appointment(s)] }),
  rule(
    'get-ready-for-the-day',
    hasAppointment,
    {},
    {
      waits: (s) => appointment(s)?.on,
      cites: (s) => [appointment(s)],
      isTalk: true,
    },
  ),

  ...elsewhere('ask-about-funding', isOutOfArea, FAR),
  inEngland(
    'apply-for-funding',
    (s) => isFunding(s, 'not-applied'),
    { ...FAR, funding: ['not-applied'] },
    { waits, cites, letters: chasedLate('funding') },
  ),
  inEngland(
    'wait-for-funding',
    (s) => isFunding(s, 'waiting'),
    { ...FAR, funding: ['waiting'] },
    { waits, cites, letters: chasedLate('funding') },
  ),
  inEngland(
    'go-with-funding',
    (s) => isFunding(s, 'agreed'),
    { ...FAR, funding: ['agreed'] },
    { waits, cites, letters: chasedLate('referral') },
  ),
  inEngland(
    'wait-for-funding-review',
    (s) => isFunding(s, 'refused') && reviewSent(s) !== undefined,
    { funding: ['refused'] },
    {
      waits: (s) => reviewSent(s) && addDays(reviewSent(s)!.on, REVIEW_DAYS),
      cites: (s) => [reviewSent(s)],
    },
  ),
  inEngland(
    'ask-to-review-funding',
    (s) => isFunding(s, 'refused'),
    { ...FAR, funding: ['refused'] },
    { letters: fundingReview, askBy: waits },
  ),
  rule(
    'prepare-for-second-opinion',
    isAgreed,
    { ...AGREED, 'agreed-where': ['local', 'not-sure'] },
    { waits, cites, letters: chasedLate('referral') },
  ),

  rule(
    'see-whether-the-review-helps',
    (s) => s.stage.at === 'review-agreed' && !isReviewed(s),
    {},
    { waits, cites },
  ),
  rule(
    'talk-through-the-review',
    isReviewed,
    {},
    { cites, letters: secondOpinionLetters, saysWhy: true, isTalk: true },
  ),

  rule(
    'ask-for-the-report',
    (s) => s.stage.at === 'had-it-no-report',
    { 'answer-so-far': ['had-it-no-report'] },
    { waits, cites, letters: (s) => (isWaiting(s) ? [] : chaser('report')(s)) },
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

  rule('settled', (s) => s.stage.at === 'settled', {}, { cites: ({ stageFrom }) => [stageFrom] }),
];
