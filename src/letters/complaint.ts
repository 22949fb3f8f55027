import type { Answers } from '../questionnaire/all-questions.ts';
import { type Composer, from, type Said } from './composer.ts';
import type { Block } from './document.ts';
import { defineLetter } from './letter.ts';
import { closingToBody, ownWords, readOwnWords } from './parts/closing.ts';
import { COMPLAINT_CONSENT } from './parts/consent.ts';
import { chosen, readReadySentences } from './parts/ready-sentences.ts';
import { toOffice } from './parts/recipient.ts';

interface Complaint {
  readonly to: NonNullable<Answers['complain-to']>;
  readonly about: NonNullable<Answers['complaint-about']>;
  readonly events: readonly string[];
  readonly outcome: NonNullable<Answers['outcome-wanted']>;
  readonly talk: Answers['talk-about-it'];
}

const OTHER = 'other';
const choices = (all: readonly string[]) => all.filter((one) => one !== OTHER);

/** Which service it is about, and who, only where the person chose to name them. */
const whom = ({ to }: Complaint, composer: Composer): readonly Said[] => [
  to['about-service'] &&
    composer.told(
      composer.say('about-service', { it: to['about-service'] }),
      from('complain-to', 'about-service'),
    ),
  to['name-doctor'].length > 0
    ? composer.told(composer.say('staff', { it: to['staff-name'] }), from('complain-to', 'staff-name'))
    : '',
];

const eventLines = ({ events }: Complaint, composer: Composer) => composer.lines('events', 'events', events);

const points = ({ about }: Complaint, composer: Composer): readonly Said[] =>
  choices(about['complaint-about']).map((point) =>
    composer.told(composer.phrase(`about-${point}`), from('complaint-about', `complaint-about:${point}`)),
  );

function details({ about }: Complaint, composer: Composer): readonly Block[] {
  const all = about['complaint-about'] as readonly string[];
  const lead = !all.includes(OTHER) ? 'should-have' : all.length === 1 ? 'only-other' : 'other';
  return composer.typedUnder(lead, about['complaint-details'], from('complaint-about', 'complaint-details'));
}

const questions = ({ outcome }: Complaint, composer: Composer) =>
  composer.lines('outcome-wanted', 'questions-to-answer', outcome['questions-to-answer']);

const wanted = ({ outcome }: Complaint, composer: Composer): readonly Said[] =>
  choices(outcome.wanted).map((one) =>
    composer.told(composer.phrase(`wanted-${one}`), from('outcome-wanted', `wanted:${one}`)),
  );

/** How to talk about it, and with whom besides. */
function talk({ talk: answer }: Complaint, composer: Composer): readonly Said[] {
  const way = answer?.['talk-about-it'];
  const advocate = [answer?.['advocate-name'] ?? '', answer?.['advocate-contact'] ?? '']
    .filter((one) => one !== '')
    .join(', ');
  const told = (name: string, it: string) =>
    composer.told(composer.say(name, { it }), from('talk-about-it', 'advocate-name'));
  return [
    way ? composer.told(composer.say(`talk-${way}`), from('talk-about-it', 'talk-about-it')) : '',
    ...(advocate ? [told('advocate', advocate), told('may-talk', '')] : []),
  ];
}

/** A complaint about how a request was dealt with, to one body (facts N.8, N.27). */
export const complaint = defineLetter({
  id: 'complaint',
  words: [
    ...['title', 'subject', 'subject-for-another', 'ask', 'look-into-it', 'about-service', 'staff', 'events'],
    ...['complain', 'complain-for-another', 'about-no-answer', 'about-refused-no-reasons', 'about-refused'],
    ...['about-agreed-not-arranged', 'about-not-told-how', 'about-report-ignored', 'about-funding'],
    ...['about-how-i-was-spoken-to', 'should-have', 'other', 'only-other', 'effect', 'questions', 'wanted'],
    ...['wanted-look-again', 'wanted-reasons-in-writing', 'wanted-arrange-it', 'wanted-explain'],
    ...['wanted-apology', 'wanted-change-for-others', 'wanted-details', 'late', 'acknowledge', 'talk-phone'],
    ...['talk-meeting', 'talk-writing', 'talk-not-wanted', 'advocate', 'may-talk'],
    ...['short-events', 'short-about', 'short-wanted'],
    'short-questions',
  ],
  read(answers) {
    const { 'complain-to': to, 'complaint-about': about, events, 'outcome-wanted': outcome } = answers;
    if (!to || !about || !events || !outcome) return undefined;
    return {
      ...readOwnWords(answers),
      ...{ to, about, events, outcome, talk: answers['talk-about-it'] },
      readySentences: readReadySentences(answers),
    };
  },
  recipient: (_people, { to }) =>
    toOffice(
      to['complain-to'] === 'practice' ? 'practice-manager' : 'complaints-manager',
      to['body-name'],
      to['body-address'],
    ),
  ask: (_facts, composer) => [composer.say('ask'), composer.say('look-into-it')],
  body: (facts, composer) => [
    ...composer.paragraph(...whom(facts, composer)),
    ...composer.list('events', eventLines(facts, composer)),
    ...composer.list(
      facts.people.writer.is === 'patient' ? 'complain' : 'complain-for-another',
      points(facts, composer),
    ),
    ...details(facts, composer),
    ...composer.typedUnder('effect', facts.outcome.effect, from('outcome-wanted', 'effect')),
    ...composer.list('questions', questions(facts, composer)),
    ...composer.list('wanted', wanted(facts, composer)),
    ...composer.typedUnder(
      'wanted-details',
      facts.outcome['wanted-details'],
      from('outcome-wanted', 'wanted-details'),
    ),
    ...composer.typedUnder('late', facts.talk?.['late-reason'] ?? '', from('talk-about-it', 'late-reason')),
    ...ownWords(facts, composer),
    ...composer.paragraph(composer.say('acknowledge'), ...talk(facts, composer)),
    ...composer.paragraph(...chosen(facts, composer, 'share-complaint', 'look-at-record', 'care-goes-on')),
    ...closingToBody(facts, composer),
  ],
  short: (facts, composer) => [
    ...whom(facts, composer),
    { label: composer.say('short-about'), things: points(facts, composer) },
    { label: composer.say('short-events'), things: eventLines(facts, composer) },
    { label: composer.say('short-wanted'), things: wanted(facts, composer) },
    { label: composer.say('short-questions'), things: questions(facts, composer) },
    composer.say('acknowledge'),
    ...talk(facts, composer),
  ],
  consent: COMPLAINT_CONSENT,
});
