import { from } from './composer.ts';
import { defineLetter } from './letter.ts';
import { closingToBody, ownWords, readOwnWords, shortOwnWords } from './parts/closing.ts';
import {
  advocate,
  details,
  detailsLead,
  eventLines,
  points,
  questions,
  shortDetails,
  talk,
  wanted,
  whom,
} from './parts/complaint-points.ts';
import { COMPLAINT_CONSENT } from './parts/consent.ts';
import { chosen, readReadySentences } from './parts/ready-sentences.ts';
import { quotedItems } from './parts/quoted-items.ts';
import { toOffice } from './parts/recipient.ts';
import { textNames } from './text-names.ts';

const EFFECT = from('outcome-wanted', 'effect');
const WANTED_DETAILS = from('outcome-wanted', 'wanted-details');
const LATE = from('talk-about-it', 'late-reason');

const READY = ['share-complaint', 'look-at-record', 'care-goes-on'] as const;

/** A complaint about how a request was dealt with, to one body (facts N.8, N.27). */
export const complaint = defineLetter({
  id: 'complaint',
  words: textNames`
    title subject subject-for-another ask look-into-it look-into-it-board about-whom short-about-whom
    events complain complain-for-another about-no-answer about-refused-no-reasons about-refused
    about-agreed-not-arranged about-not-told-how about-report-ignored about-funding
    about-how-i-was-spoken-to should-have other only-other effect questions wanted wanted-look-again
    wanted-reasons-in-writing wanted-arrange-it wanted-explain wanted-apology wanted-change-for-others
    wanted-details late acknowledge talk-phone talk-meeting talk-writing talk-not-wanted advocate
    short-events short-about short-wanted short-questions short-should-have short-other short-only-other
    short-effect short-wanted-details short-late short-advocate`,
  read(answers) {
    const { 'complain-to': to, 'complaint-about': about, events, 'outcome-wanted': outcome } = answers;
    if (!to || !about || !events || !outcome) return undefined;
    return {
      ...readOwnWords(answers),
      to,
      about,
      events,
      outcome,
      talk: answers['talk-about-it'],
      readySentences: readReadySentences(answers),
    };
  },
  recipient: (_people, { to }) =>
    toOffice(
      to['complain-to'] === 'practice' ? 'practice-manager' : 'complaints-manager',
      to['body-name'],
      to['body-address'],
    ),
  ask: ({ to }, composer) => [
    composer.say('ask'),
    composer.say(to['complain-to'] === 'board' ? 'look-into-it-board' : 'look-into-it'),
  ],
  body: (facts, composer) => [
    ...composer.list('about-whom', whom(facts, composer)),
    ...composer.list('events', eventLines(facts, composer)),
    ...composer.list(
      facts.people.writer.is === 'patient' ? 'complain' : 'complain-for-another',
      points(facts, composer),
    ),
    ...details(facts, composer),
    ...composer.quotedUnder('effect', facts.outcome.effect, EFFECT),
    ...composer.list('questions', questions(facts, composer)),
    ...composer.list('wanted', wanted(facts, composer)),
    ...composer.quotedUnder('wanted-details', facts.outcome['wanted-details'], WANTED_DETAILS),
    ...composer.quotedUnder('late', facts.talk?.['late-reason'] ?? '', LATE),
    ...ownWords(facts, composer),
    ...composer.paragraph(composer.say('acknowledge'), talk(facts, composer)),
    ...composer.list('advocate', [advocate(facts, composer)]),
    ...composer.paragraph(...chosen(facts, composer, ...READY)),
    ...closingToBody(facts, composer),
  ],
  short(facts, composer) {
    // What was typed is the complaint itself if none of the points was chosen.
    const isTypedAlone = detailsLead(facts) === 'only-other';
    const typed = shortDetails(facts, composer);
    return [
      { label: composer.say('short-about-whom'), things: whom(facts, composer) },
      { label: composer.say('short-about'), things: points(facts, composer) },
      ...(isTypedAlone ? [typed] : []),
      { label: composer.say('short-events'), things: eventLines(facts, composer) },
      { label: composer.say('short-wanted'), things: wanted(facts, composer) },
      { label: composer.say('short-questions'), things: questions(facts, composer) },
      composer.say('acknowledge'),
      talk(facts, composer),
      ...(isTypedAlone ? [] : [typed]),
      quotedItems('short-effect', facts.outcome.effect, EFFECT, composer),
      quotedItems('short-wanted-details', facts.outcome['wanted-details'], WANTED_DETAILS, composer),
      quotedItems('short-late', facts.talk?.['late-reason'] ?? '', LATE, composer),
      shortOwnWords(facts, composer),
      { label: composer.say('short-advocate'), things: [advocate(facts, composer)] },
      ...chosen(facts, composer, ...READY),
    ];
  },
  consent: COMPLAINT_CONSENT,
});
