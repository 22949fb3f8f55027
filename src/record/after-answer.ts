import type { Day } from '../questionnaire/calendar.ts';
import { type Course, withStepsTaken, atStage, stepsIn, type StepTaken } from './course.ts';
import type { Stage } from './stage.ts';
import type { TimelineEntryOf } from './timeline.ts';

/** Steps that a refusal clears: after it they count only if taken again. */
const AFTER_A_NO: readonly StepTaken[] = [
  'asked-why',
  'asked-again',
  'asked-in-writing',
  'contacted-pals',
  'used-advocate',
  'complained',
];

/** The course after an answer, which is about the latest open request (a review, if asked for last). */
export function afterAnswer(course: Course, entry: TimelineEntryOf<'answer'>): Course {
  const { on, values } = entry;
  const to = 'to' in course.stage ? course.stage.to : 'second-opinion';
  const answered = { ...course, appointments: {}, answeredBy: values['answered-by'] ?? course.answeredBy };
  switch (values['answer-was']) {
    case 'yes':
      return atStage(
        answered,
        entry,
        to === 'review' ? { at: 'review-agreed', since: on } : agreed(values['agreed-where'], on),
      );
    case 'something-first': {
      const until = values['look-again-on'];
      return atStage(answered, entry, {
        at: 'something-first',
        to,
        since: on,
        ...(until ? { until } : {}),
      });
    }
    case 'no':
      return to === 'review'
        ? atStage(answered, entry, { at: 'not-asked-for' })
        : afterRefusal(answered, entry);
  }
}

function afterRefusal(course: Course, entry: TimelineEntryOf<'answer'>): Course {
  const { entryByStep: before } = course;
  const kept = stepsIn(before).filter((step) => !AFTER_A_NO.includes(step));
  const entryByStep = Object.fromEntries(kept.map((step) => [step, before[step]]));
  const refused = atStage({ ...course, entryByStep, knownSince: course.knownSince ?? entry.on }, entry, {
    at: 'refused',
    since: entry.on,
  });
  return entry.values['reasons-given'] === 'yes' ? withStepsTaken(refused, entry, 'asked-why') : refused;
}

const agreed = (where: 'local' | 'out-of-area' | 'not-sure' | undefined, since: Day): Stage =>
  where === 'out-of-area'
    ? { at: 'agreed', where, funding: 'not-applied', since }
    : { at: 'agreed', where: where ?? 'not-sure', since };

const FUNDING = { applied: 'waiting', agreed: 'agreed', refused: 'refused' } as const;

/** The course after a decision about funding. */
export function afterFunding(course: Course, entry: TimelineEntryOf<'funding'>): Course {
  const { on, values } = entry;
  const funding = FUNDING[values['funding-was']];
  const by = funding === 'refused' ? values['review-by'] : values['answer-by'];
  const knownSince = course.knownSince ?? (funding === 'refused' ? on : undefined);
  return atStage({ ...course, knownSince }, entry, {
    at: 'agreed',
    where: 'out-of-area',
    funding,
    since: on,
    ...(by ? { by } : {}),
  });
}

/** The course after an appointment was made. */
export function afterAppointment(course: Course, entry: TimelineEntryOf<'appointment'>): Course {
  const { on, values } = entry;
  const appointments = { ...course.appointments, [values.with]: entry };
  // Where it was agreed before, the entry that says so stays the one to name.
  if (values.with === 'usual-doctor' || course.stage.at === 'agreed') return { ...course, appointments };
  return { ...atStage(course, entry, { at: 'agreed', where: 'not-sure', since: on }), appointments };
}

/** The course after the second opinion. */
export function afterHavingIt(course: Course, entry: TimelineEntryOf<'had-it'>): Course {
  const { on, values } = entry;
  if (values.report === 'no') return atStage(course, entry, { at: 'had-it-no-report', since: on });
  return atStage(course, entry, { at: values['it-said'] === 'the-same' ? 'had-it-agreed' : 'had-it' });
}
