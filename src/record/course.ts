import type { Day } from '../questionnaire/calendar.ts';
import type { Answers } from '../questionnaire/all-questions.ts';
import { type Asked, type Complaint, isOpen, type Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

export type StepTaken = NonNullable<Answers['so-far']>[number];
export type WhoDecides = NonNullable<Answers['decided-by']>;
export type Appointments = Readonly<
  Partial<Record<'second-doctor' | 'usual-doctor', Extract<Happening, { what: 'appointment' }>>>
>;

/** What ticks and entries together come to: the request's own track, and a complaint's beside it. */
export interface Course {
  readonly stage: Stage;
  /** The entry that brought the stage; none where the answers of part 1 did. */
  readonly stageFrom: Happening | undefined;
  /** The steps that count as passed now, each with the entry that passed it; none for a step ticked in part 1. */
  readonly passed: ReadonlyMap<StepTaken, Happening | undefined>;
  readonly complaint: Complaint | undefined;
  readonly complaintFrom: Happening | undefined;
  /** The appointments since the last answer, the last with each doctor. */
  readonly appointments: Appointments;
  /** Who gave the last answer, where an entry says it. */
  readonly answeredBy: WhoDecides | undefined;
  /** The day on which the problem was first known: the first refusal in the record. */
  readonly knownSince: Day | undefined;
}

/** Passed again only by what comes after a refusal. */
const AFTER_A_NO: readonly StepTaken[] = [
  ...(['asked-why', 'asked-again', 'asked-in-writing'] as const),
  ...(['contacted-pals', 'used-advocate', 'complained'] as const),
];

/** The course after one more happening. */
export function after(course: Course, happening: Happening): Course {
  switch (happening.what) {
    case 'sent-letter':
      return afterLetter(course, happening);
    case 'asked':
      return afterAsking(course, happening);
    case 'answer':
      return afterAnswer(course, happening);
    case 'funding':
      return afterFunding(course, happening);
    case 'appointment':
      return afterAppointment(course, happening);
    case 'had-it':
      return reaching(course, happening, hadIt(happening));
    case 'acknowledged':
    case 'complaint-answer':
      return afterComplaint(course, happening);
    case 'pals':
      return passing(course, happening, 'contacted-pals');
    case 'advocate':
      return passing(course, happening, 'used-advocate');
    case 'settled':
      return reaching(course, happening, { at: 'settled', since: happening.on });
    case 'changed-team':
      return course;
    default:
      return happening satisfies never;
  }
}

type Of<What extends Happening['what']> = Extract<Happening, { what: What }>;

const passing = (course: Course, happening: Happening, ...steps: readonly StepTaken[]): Course => ({
  ...course,
  passed: new Map([...course.passed, ...steps.map((step) => [step, happening] as const)]),
});

const reaching = (course: Course, happening: Happening, stage: Stage): Course => ({
  ...course,
  stage,
  stageFrom: happening,
});

const waiting = (course: Course, happening: Happening, to: Asked): Course =>
  reaching(course, happening, { at: 'no-answer', to, since: happening.on });

function afterLetter(course: Course, happening: Of<'sent-letter'>): Course {
  const { letter, how, about } = happening.said;
  switch (letter) {
    case 'review-treatment':
    case 'review-diagnosis':
      return waiting(passing(course, happening, 'asked-for-review'), happening, 'review');
    case 'second-opinion-treatment':
    case 'second-opinion-diagnosis':
      return waiting(
        passing(course, happening, 'asked-for-second-opinion', 'asked-in-writing'),
        happening,
        'second-opinion',
      );
    case 'ask-reasons':
      return waiting(
        passing(course, happening, 'asked-why', 'asked-again', 'asked-in-writing'),
        happening,
        'second-opinion',
      );
    case 'chaser':
      return chased(course, happening, about === 'complaint');
    case 'complaint':
      return {
        ...passing(course, happening, 'complained'),
        complaint: { at: 'sent', since: happening.on, byPost: how === 'post' },
        complaintFrom: happening,
      };
    case 'funding-review':
      return course;
    default:
      return letter satisfies never;
  }
}

function afterAsking(course: Course, happening: Of<'asked'>): Course {
  switch (happening.said['asked-for']) {
    case 'review':
      return waiting(passing(course, happening, 'asked-for-review'), happening, 'review');
    case 'second-opinion':
      return waiting(passing(course, happening, 'asked-for-second-opinion'), happening, 'second-opinion');
    case 'reasons':
      return passing(course, happening, 'asked-why');
    case 'again':
      return waiting(passing(course, happening, 'asked-why', 'asked-again'), happening, 'second-opinion');
    case 'news':
      return chased(course, happening, course.complaint !== undefined && isOpen(course.complaint));
  }
}

/** Asking for news leaves the stage as it was, and begins its wait anew. By telephone it is about a complaint, where one is open. */
function chased(course: Course, { on }: Happening, isAboutComplaint: boolean): Course {
  const { stage, complaint } = course;
  if (isAboutComplaint)
    return complaint && isOpen(complaint) ? { ...course, complaint: { ...complaint, chased: on } } : course;
  return isChased(stage) ? { ...course, stage: { ...stage, chased: on } } : course;
}

/** The stages in which something is waited for. */
const CHASED_AT = ['no-answer', 'not-clear', 'something-first', 'agreed', 'had-it-no-report'] as const;
type ChasedAt = (typeof CHASED_AT)[number];
const isChased = (stage: Stage): stage is Extract<Stage, { readonly at: ChasedAt }> =>
  CHASED_AT.some((at) => at === stage.at);

/** An answer is about the latest request that is open: a review, where that was asked for last. */
function afterAnswer(course: Course, happening: Of<'answer'>): Course {
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

function afterRefusal(course: Course, happening: Of<'answer'>): Course {
  const passed = new Map([...course.passed].filter(([step]) => !AFTER_A_NO.includes(step)));
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

function afterFunding(course: Course, happening: Of<'funding'>): Course {
  const { on, said } = happening;
  const funding = FUNDING[said['funding-was']];
  const by = funding === 'refused' ? said['review-by'] : said['answer-by'];
  const knownSince = course.knownSince ?? (funding === 'refused' ? on : undefined);
  return reaching({ ...course, knownSince }, happening, {
    ...{ at: 'agreed', where: 'out-of-area', funding, since: on },
    ...(by ? { by } : {}),
  });
}

function afterAppointment(course: Course, happening: Of<'appointment'>): Course {
  const { on, said } = happening;
  const appointments = { ...course.appointments, [said.with]: happening };
  if (said.with === 'usual-doctor') return { ...course, appointments };
  const { stage } = course;
  const withDay: Stage = stage.at === 'agreed' ? stage : { at: 'agreed', where: 'not-sure', since: on };
  return { ...reaching(course, happening, withDay), appointments };
}

function hadIt({ on, said }: Of<'had-it'>): Stage {
  if (said.report === 'no') return { at: 'had-it-no-report', since: on };
  return { at: said['it-said'] === 'the-same' ? 'had-it-agreed' : 'had-it' };
}

function afterComplaint(course: Course, happening: Of<'acknowledged' | 'complaint-answer'>): Course {
  const { on, said } = happening;
  const { complaint } = course;
  const sent = complaint && 'sent' in complaint ? complaint.sent : (complaint?.since ?? on);
  const answerBy = said['answer-by'];
  const open = (at: 'acknowledged' | 'open-again'): Complaint => ({
    ...{ at, since: on, sent },
    ...(answerBy ? { answerBy } : {}),
  });
  const next: Complaint =
    happening.what === 'acknowledged'
      ? open('acknowledged')
      : happening.said['complaint-was'] === 'not-final'
        ? open('open-again')
        : { at: happening.said['complaint-was'], since: on };
  return { ...passing(course, happening, 'complained'), complaint: next, complaintFrom: happening };
}
