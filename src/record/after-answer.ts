import type { Day } from '../questionnaire/calendar.ts';
import { type Course, passing, reaching, stepsIn, type StepTaken } from './course.ts';
import type { Stage } from './stage.ts';
import type { HappeningOf } from './timeline.ts';

/** Steps that a refusal clears: after it they count only if taken again. */
const AFTER_A_NO: readonly StepTaken[] = [
  ...(['asked-why', 'asked-again', 'asked-in-writing'] as const),
  ...(['contacted-pals', 'used-advocate', 'complained'] as const),
];

/** The course after an answer, which is about the latest open request (a review, if asked for last). */
export function afterAnswer(course: Course, happening: HappeningOf<'answer'>): Course {
  const { on, said } = happening;
  const to = 'to' in course.stage ? course.stage.to : 'second-opinion';
  const answered = { ...course, appointments: {}, answeredBy: said['answered-by'] ?? course.answeredBy };
  switch (said['answer-was']) {
    case 'yes':
      return reaching(
        answered,
        happening,
        to === 'review' ? { at: 'review-agreed', since: on } : agreed(said['agreed-where'], on),
      );
    case 'something-first': {
      const until = said['look-again-on'];
      return reaching(answered, happening, {
        at: 'something-first',
        to,
        since: on,
        ...(until ? { until } : {}),
      });
    }
    case 'no':
      return to === 'review'
        ? reaching(answered, happening, { at: 'not-asked-for' })
        : afterRefusal(answered, happening);
  }
}

function afterRefusal(course: Course, happening: HappeningOf<'answer'>): Course {
  const { passed: before } = course;
  const kept = stepsIn(before).filter((step) => !AFTER_A_NO.includes(step));
  const passed = Object.fromEntries(kept.map((step) => [step, before[step]]));
  const refused = reaching({ ...course, passed, knownSince: course.knownSince ?? happening.on }, happening, {
    at: 'refused',
    since: happening.on,
  });
  return happening.said['reasons-given'] === 'yes' ? passing(refused, happening, 'asked-why') : refused;
}

const agreed = (where: 'local' | 'out-of-area' | 'not-sure' | undefined, since: Day): Stage =>
  where === 'out-of-area'
    ? { at: 'agreed', where, funding: 'not-applied', since }
    : { at: 'agreed', where: where ?? 'not-sure', since };

const FUNDING = { applied: 'waiting', agreed: 'agreed', refused: 'refused' } as const;

/** The course after a decision about funding. */
export function afterFunding(course: Course, happening: HappeningOf<'funding'>): Course {
  const { on, said } = happening;
  const funding = FUNDING[said['funding-was']];
  const by = funding === 'refused' ? said['review-by'] : said['answer-by'];
  const knownSince = course.knownSince ?? (funding === 'refused' ? on : undefined);
  return reaching({ ...course, knownSince }, happening, {
    ...{ at: 'agreed', where: 'out-of-area', funding, since: on },
    ...(by ? { by } : {}),
  });
}

/** The course after an appointment was made. */
export function afterAppointment(course: Course, happening: HappeningOf<'appointment'>): Course {
  const { on, said } = happening;
  const appointments = { ...course.appointments, [said.with]: happening };
  // Where it was agreed before, the entry that says so stays the one to name.
  if (said.with === 'usual-doctor' || course.stage.at === 'agreed') return { ...course, appointments };
  return { ...reaching(course, happening, { at: 'agreed', where: 'not-sure', since: on }), appointments };
}

/** The course after the second opinion. */
export function afterHavingIt(course: Course, happening: HappeningOf<'had-it'>): Course {
  const { on, said } = happening;
  if (said.report === 'no') return reaching(course, happening, { at: 'had-it-no-report', since: on });
  return reaching(course, happening, { at: said['it-said'] === 'the-same' ? 'had-it-agreed' : 'had-it' });
}
