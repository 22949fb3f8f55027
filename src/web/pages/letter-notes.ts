import type { ViewWords } from '../../content/views.ts';
import type { People } from '../../letters/people.ts';
import { ageOn } from '../../questionnaire/calendar.ts';
import { isOnWard, isUnderTheAct } from '../../questionnaire/questions/beginning.ts';
import type { LetterId } from '../../questionnaire/questions/people.ts';
import { isPlanned, type OpenJourney } from '../journey.ts';

type PartName = keyof ViewWords['parts'];

/** The names of the parts that a letter's page shows around it. */
export interface LetterNotes {
  /** What to do with the letter before anybody else has it. */
  readonly before: readonly PartName[];
  /** What to do with it, in five lines. */
  readonly nextSteps: readonly PartName[];
  readonly goodToKnow: readonly PartName[];
}

const ADULT = 18;

/** Where a letter goes. A complaint or a letter to a board is kept apart from the health record. */
type Destination = 'to-doctor' | 'as-complaint' | 'to-board' | 'to-complaints-team';

function destinationOf({ answers }: OpenJourney, id: LetterId): Destination {
  if (id === 'complaint') return 'as-complaint';
  if (!answers.recipient) return 'to-doctor';
  return id === 'funding-review' ? 'to-board' : 'to-complaints-team';
}

/** The parts that the page of this letter shows before it, after it and at the end. */
export function letterNotes(open: OpenJourney, id: LetterId, people: People): LetterNotes {
  const to = destinationOf(open, id);
  return {
    before: before(open, people, to),
    nextSteps: [open.reader === 'scribe' ? 'signTheirs' : 'sign', ...sending(open, to)],
    goodToKnow: [
      ...(isUnder18(open, people) ? (['under18'] as const) : []),
      ...(open.answers.nation === 'england' ? [] : (['elsewhere'] as const)),
      ...ABOUT_IT[to],
      ...(to === 'as-complaint' && isUnderTheAct(open.answers) ? (['complaintUnderTheAct'] as const) : []),
      'medicine',
      'notAdvice',
    ],
  };
}

function before(open: OpenJourney, { writer }: People, to: Destination): readonly PartName[] {
  const hasConsent = writer.is === 'representative' && writer.right === 'agreement';
  return [
    ...(hasConsent ? [to === 'to-doctor' ? ('consent' as const) : ('consentToBody' as const)] : []),
    ...(isUnderTheAct(open.answers) ? [advocateFirst(open, to)] : []),
    // A quick letter does not ask whether the patient is in hospital.
    ...(open.answers['help-with'] === 'quick-letter' ? (['ifUnderSection'] as const) : []),
  ];
}

/** The part that says whom to show a letter to first. A complaint is for England, so its advocate is too. */
export function advocateFirst({ answers: { nation } }: OpenJourney, to: Destination): PartName {
  if (to === 'as-complaint') return 'complaintAdvocateFirst';
  return nation === 'england' || nation === 'wales' ? 'advocateFirst' : 'advocateFirstElsewhere';
}

function sending(open: OpenJourney, to: Destination): readonly PartName[] {
  const hear = isPlanned(open) ? 'hearPlan' : 'hear';
  switch (to) {
    case 'to-doctor':
      return [isOnWard(open.answers) ? 'handInWard' : 'handIn', 'say', 'keep', hear];
    case 'as-complaint':
      return [
        'sendComplaint',
        'tellComplaint',
        'keepSent',
        isPlanned(open) ? 'hearComplaintPlan' : 'hearComplaint',
      ];
    case 'to-board':
      return ['sendToBoard', 'sayToBody', 'keepSent', hear];
    case 'to-complaints-team':
      return ['sendToBody', 'sayToBody', 'keepSent', hear];
  }
}

const ABOUT_IT: Readonly<Record<Destination, readonly PartName[]>> = {
  'to-doctor': ['record'],
  'as-complaint': ['complaintNotRecord', 'complaintTime', 'complaintCare', 'complaintAdvocate'],
  'to-board': ['boardReasons'],
  'to-complaints-team': ['complaintNotRecord', 'complaintAdvocate'],
};

const isUnder18 = ({ today }: OpenJourney, { patient: { born } }: People): boolean =>
  born !== undefined && ageOn(born, today) < ADULT;
