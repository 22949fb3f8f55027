import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { walkThrough } from '../../src/questionnaire/ordered-questions.ts';
import { LETTER_IDS } from '../../src/questionnaire/questions/people.ts';
import { DIAGNOSIS_REASONS, TREATMENT_REASONS } from '../../src/questionnaire/questions/doubts.ts';
import {
  AGREED,
  answered,
  BOTH,
  CANNOT,
  canBeWrong,
  choicesFor,
  LONG_NAME,
  longestOf,
  READER_ROLES,
  type ReaderRole,
  value,
  wrongOf,
} from '../patterns/answered.ts';
import type { Show, Stage } from '../patterns/stage.ts';
import { leadingTo } from './contract.ts';
import type { Fields, Persona } from './driver.ts';
import { asKept } from './kept.ts';
import { RECORD_STATES } from './record-states.ts';
import { TODAY } from './services.ts';

/** Every page in every state that somebody can see, as data. test/patterns/stage.ts requests them. */
export interface State {
  readonly name: string;
  /** The page that it is a state of. */
  readonly page: string;
  readonly reader: ReaderRole;
  readonly how: 'as it comes' | 'empty' | 'in error' | 'filled' | 'at its longest';
  readonly status: number;
  readonly show: (stage: Stage) => Promise<Show>;
}

/** The kind of page of a state: the page itself, or the page with its errors. */
export const kindOf = ({ page, how }: State): string => `${page}${how === 'in error' ? ', in error' : ''}`;

/** The choices that lead to a question. Who acts is left out, as the role decides that. */
function askedAfter(slug: string): Persona {
  const chosen = Object.entries(leadingTo(slug)).filter(
    ([name]) => name !== 'who-for' && name !== 'whose-letter',
  );
  return choicesFor(Object.fromEntries(chosen));
}

const at = (path: string, status = 200, name = path): State => ({
  name,
  page: path,
  reader: 'patient',
  how: 'as it comes',
  status,
  show: (stage) => stage.get(path),
});

/** A page of a journey with these answers. */
const inJourney = (page: string, name: string, answers: Persona, how: Partial<State> = {}): State => ({
  name: `${page}, ${name}`,
  page,
  reader: 'patient',
  how: 'as it comes',
  status: 200,
  show: (stage) => stage.getIn(answers, page),
  ...how,
});

const STATIC = ['/', '/guide', '/urgent-help', '/privacy', '/cookies', '/accessibility', '/about', '/resume'];

const GUIDE = [
  'also-good-to-know',
  'contacts',
  'how-to-ask',
  'if-refused',
  'in-hospital',
  'is-it-a-right',
  'key-points',
  'outside-england',
  'private-doctors',
  'sample-letters',
  'should-i-ask',
  'specialist-services',
  'under-18',
];

const refusal = (name: string, status: number, show: State['show']): State => ({
  name,
  page: name,
  reader: 'patient',
  how: 'as it comes',
  status,
  show,
});

const PART_ONE_OPEN = answered('patient', {}, { upTo: 'who-for' });
const TYPED: Fields = { 'who-for': 'me' };

const REFUSALS: readonly State[] = [
  at('/nowhere', 404, 'page not found'),
  at('/journey/0123456789012345678901/plan', 410, 'a journey that is not held here'),
  refusal('a journey that is gone, with what was typed', 410, (stage) =>
    stage.post('/journey/0123456789012345678901/questions/background', { background: 'I typed this.' }),
  ),
  refusal('a form from another site', 403, (stage) => stage.postFromElsewhere('/start')),
  refusal('a form that no page of ours sends', 400, (stage) =>
    stage.post('/start', { nation: 'england', concern: 'both' }),
  ),
  refusal('a form that is too large', 413, (stage) =>
    stage.post('/start', { background: 'x'.repeat(300_000) }),
  ),
  refusal('too many requests', 429, (stage) => stage.getOnce('/')),
  refusal('the store is away', 503, (stage) =>
    stage.postIn('storeless', PART_ONE_OPEN, 'questions/who-for', TYPED),
  ),
  refusal('a problem of ours', 500, (stage) =>
    stage.postIn('broken', PART_ONE_OPEN, 'questions/who-for', TYPED),
  ),
  refusal('a PDF that cannot be made', 503, (stage) =>
    stage.getInOf('broken', answered('patient'), 'letter.pdf'),
  ),
];

/** The questions that somebody of this role can be asked. */
const questionsOf = (role: ReaderRole): readonly string[] =>
  allQuestions.inOrder
    .map(({ question }) => question.slug)
    .filter(
      (slug) => walkThrough(allQuestions, asKept(upTo(role, slug)), TODAY).gap?.placed.question.slug === slug,
    );

const upTo = (role: ReaderRole, slug: string) => answered(role, askedAfter(slug), { upTo: slug });

function questionStates(role: ReaderRole, slug: string): readonly State[] {
  const before = upTo(role, slug);
  const { gap } = walkThrough(allQuestions, asKept(before), TODAY);
  const { question } = gap!.placed;
  const { fields } = gap!.form;
  const page = `questions/${slug}`;
  const state = (how: State['how'], answer?: Fields): State =>
    inJourney(page, `${role}, ${how}`, answer ? { ...before, [slug]: answer } : before, {
      reader: role,
      how,
    });
  const whole = answered(role, askedAfter(slug));
  const wrong: State = {
    ...state('in error'),
    status: 422,
    show: (stage) => stage.postIn('usual', before, page, wrongOf(fields)),
  };
  const hasTexts = fields.some(({ values }) => values.length === 0);
  return [
    state('empty'),
    ...(canBeWrong(fields, question.codes) ? [wrong] : []),
    state('filled', whole[slug]),
    ...(hasTexts ? [state('at its longest', longestOf(fields))] : []),
  ];
}

/** Ways through part 1 that lead to different plans. */
const PLANS: Readonly<Record<string, Persona>> = {
  'nothing done yet': value('so-far', ['nothing-yet']),
  'talked to the doctor': value('so-far', ['talked']),
  'no answer yet': {
    ...value('so-far', ['asked-for-second-opinion']),
    ...value('answer-so-far', 'no-answer-yet'),
  },
  refused: { ...value('so-far', ['asked-for-second-opinion']), ...value('answer-so-far', 'refused') },
  'refused in writing, with everything else on top': {
    ...BOTH,
    ...value('diagnosis-reasons', [...DIAGNOSIS_REASONS]),
    ...value('treatment-reasons', [...TREATMENT_REASONS]),
    ...value('so-far', [
      'talked',
      'asked-for-second-opinion',
      'asked-why',
      'asked-again',
      'asked-in-writing',
    ]),
    ...value('answer-so-far', 'refused'),
    ...value('history', ['usual-treatments-tried', 'slow-recovery', 'serious-side-effects']),
    ...value('detained', 'section'),
  },
  'agreed elsewhere, not funded': { ...AGREED, ...value('funding', 'refused') },
  'agreed nearby': { ...AGREED, ...value('agreed-where', 'local') },
  'asked for something first': {
    ...value('so-far', ['asked-for-second-opinion']),
    ...value('answer-so-far', 'something-first'),
  },
  'had it': { ...value('so-far', ['asked-for-second-opinion']), ...value('answer-so-far', 'had-it') },
  'in Wales, of a GP': { ...value('nation', 'wales'), ...value('decided-by', 'gp') },
};
const PLANS_OF_NO_RIGHT: Readonly<Record<string, Persona>> = {
  'not asked': value('their-agreement', 'not-asked'),
  'they said no': value('their-agreement', 'no'),
  'cannot decide, no authority': { ...CANNOT, ...value('legal-authority', 'no') },
  'no right, a letter alone, in Scotland': {
    ...value('help-with', 'letter-only'),
    ...value('their-agreement', 'no'),
    ...value('nation', 'scotland'),
  },
};

const planStates = (role: ReaderRole): readonly State[] =>
  Object.entries({ ...PLANS, ...(role === 'patient' ? {} : PLANS_OF_NO_RIGHT) }).map(([name, chosen]) =>
    inJourney('plan', `${role}, ${name}`, answered(role, chosen), { reader: role }),
  );

const QUICK = value('help-with', 'quick-letter');
const CHILD: Persona = {
  patient: {
    'patient-name': 'Amina Khan',
    'date-of-birth-day': '27',
    'date-of-birth-month': '3',
    'date-of-birth-year': '2012',
  },
};

function endingStates(role: ReaderRole): readonly State[] {
  const whole = answered(role);
  const skipped = answered(role, {}, { fill: 'skipped' });
  const longest = answered(role, {}, { fill: 'at its longest' });
  const page = (name: string, how: string, answers: Persona, more: Partial<State> = {}) =>
    inJourney(name, `${role}, ${how}`, answers, { reader: role, ...more });
  return [
    page('check-answers', 'full', whole, { how: 'filled' }),
    page('check-answers', 'skipped', skipped, { how: 'empty' }),
    page('check-answers', 'at its longest', longest, { how: 'at its longest' }),
    page('check-answers', 'the short way', answered(role, QUICK)),
    ...LETTER_IDS.map((id) => page('letter', id, answered(role, value('letter', id)), { how: 'filled' })),
    page('letter', 'skipped', skipped, { how: 'empty' }),
    page('letter', 'at its longest', longest, { how: 'at its longest' }),
    page('letter', 'the short way', answered(role, QUICK)),
    page('letter', 'somebody under 18', answered(role, CHILD)),
    page(
      'letter',
      'what cannot be printed',
      answered(role, { background: { background: 'A tablet: 𐀀 𐀁.' } }),
    ),
    page('card', 'full', whole),
    page('card', 'with everything', answered(role, PLANS['refused in writing, with everything else on top'])),
    page('reminder', 'as suggested', whole),
    page('reminder', 'a day that is gone', whole, {
      how: 'in error',
      status: 422,
      show: (stage) =>
        stage.postIn('usual', whole, 'reminder', {
          'reminder-day': '31',
          'reminder-month': '2',
          'reminder-year': '2026',
        }),
    }),
    page('save', 'before', whole),
    page('save', 'the code', whole, { show: (stage) => stage.postIn('usual', whole, 'save', {}) }),
    page('finish', 'before', whole),
    page('finish', 'done', whole, { show: (stage) => stage.postIn('usual', whole, 'finish', {}) }),
    page('next-person', 'before', whole),
    page('next-person', 'done', whole, { show: (stage) => stage.postIn('usual', whole, 'next-person', {}) }),
  ];
}

/** One page of each kind, as it looks to somebody who has chosen large print. */
const inLargePrint: readonly State[] = [
  ['questions/help-with', answered('patient', {}, { upTo: 'help-with' })] as const,
  ['questions/patient', answered('patient')] as const,
  ['questions/problems', answered('patient')] as const,
  ...['plan', 'check-answers', 'letter', 'card', 'save', 'finish'].map(
    (page) => [page, answered('patient')] as const,
  ),
].map(([page, answers]) =>
  inJourney(page, 'patient, in large print', answers, {
    show: (stage) => stage.getInLargePrint(answers, page),
  }),
);

const LONGEST_NICKNAME: Persona = { nickname: { nickname: LONG_NAME } };

/** Without a plan, the letter question shows the notes on the nation and on detention. */
const LETTER_ALONE: Persona = { ...value('help-with', 'letter-only'), ...value('nation', 'wales') };

export const STATES: readonly State[] = [
  ...STATIC.map((path) => at(path)),
  ...GUIDE.map((section) => at(`/guide/${section}`)),
  ...REFUSALS,
  refusal('/resume, in error', 422, (stage) => stage.post('/resume', { code: 'not a code' })),
  refusal('/resume, empty', 422, (stage) => stage.post('/resume', { code: '' })),
  ...READER_ROLES.flatMap((role) => [
    ...questionsOf(role).flatMap((slug) => questionStates(role, slug)),
    ...planStates(role),
    ...endingStates(role),
  ]),
  ...RECORD_STATES,
  ...inLargePrint,
  inJourney(
    'questions/letter',
    'patient, a letter alone in Wales',
    answered('patient', { ...LETTER_ALONE, ...value('detained', 'section') }, { upTo: 'letter' }),
  ),
  inJourney(
    'questions/nation',
    'advocate, a long nickname',
    answered('advocate', LONGEST_NICKNAME, { upTo: 'nation' }),
    {
      reader: 'advocate',
      how: 'at its longest',
    },
  ),
];
