import { type Day, type Month, spellDayOrMonth } from '../questionnaire/calendar.ts';
import type { Answers } from '../questionnaire/all-questions.ts';
import { type Composer, from, type Wording } from './composer.ts';
import { together, whenItWas } from './english/times.ts';
import { withStop } from './english/typed.ts';
import { defineLetter } from './letter.ts';
import { closing, closingToBody, ownWords, readOwnWords, shortOwnWords } from './parts/closing.ts';
import { REVIEW_CONSENT } from './parts/consent.ts';
import { readBody, toBodyOrDoctor } from './parts/recipient.ts';
import type { People } from './people.ts';
import { textNames } from './text-names.ts';

type Earlier = NonNullable<Answers['earlier']>;

interface ChasedRequest {
  readonly about: Earlier['about'];
  readonly askedOn: Day | Month;
  readonly askedHow: Earlier['asked-how'];
  readonly reference: string;
  readonly heard: readonly string[];
  readonly hopedBy: Day | Month | undefined;
  readonly hasCopy: boolean;
}

type ChaserCase = ChasedRequest & { readonly people: People };

const isOwn = ({ people }: ChaserCase) => people.writer.is === 'patient';

/** The ending of the text that says when and how it was asked for. */
function askedEnding({ about }: ChasedRequest): '' | '-complaint' | '-opinion' {
  if (about === 'complaint') return '-complaint';
  return about === 'referral' || about === 'funding' || about === 'report' ? '-opinion' : '';
}

/** A reference or any news shows that the complaint has arrived, so the letter asks for its answer. */
const askOf = ({ about, reference, heard }: ChasedRequest): string =>
  about === 'complaint' && (reference !== '' || heard.length > 0) ? 'ask-complaint-answer' : `ask-${about}`;

function whenAsked(facts: ChaserCase, composer: Composer): string {
  const { askedHow, askedOn } = facts;
  const how = askedHow ? composer.phrase(`how-${askedHow}`) : '';
  return composer.say(`asked${askedEnding(facts)}${isOwn(facts) ? '' : '-of-another'}`, {
    it: together(how, whenItWas(askedOn)),
  });
}

/** What each kind of request asks to be told about where it is now. */
const WHEN = {
  complaint: 'who-and-when-complaint',
  referral: 'when-referral',
  funding: 'when-funding',
  report: 'when-report',
} as const;
const whenDone = ({ about }: ChasedRequest, composer: Composer): string =>
  composer.say(about in WHEN ? WHEN[about as keyof typeof WHEN] : 'who-and-when');

const stillMissing = ({ about }: ChasedRequest, composer: Composer): string =>
  composer.say(about === 'report' ? 'no-report' : about === 'referral' ? 'no-date' : 'no-answer');

const reference = ({ reference: it }: ChasedRequest, composer: Composer): Wording =>
  it && composer.fromAnswer(withStop(composer.say('reference', { it })), from('earlier', 'their-reference'));

const hearBy = ({ hopedBy }: ChasedRequest, composer: Composer): Wording =>
  hopedBy
    ? composer.fromAnswer(
        composer.say('hear-by', { it: spellDayOrMonth(hopedBy) }),
        from('since', 'answer-hoped-by'),
      )
    : '';

const heard = ({ heard: lines }: ChasedRequest, composer: Composer): readonly Wording[] =>
  composer.lines('since', 'heard', lines);

/** What was sent before: with the letter, or to be sent after an online form. */
const copy = ({ hasCopy }: ChasedRequest, composer: Composer, words: 'copy' | 'short-copy'): Wording =>
  hasCopy ? composer.fromAnswer(composer.say(words), from('since', 'copy-with-it')) : '';

/** Asks what has happened to a request: the doctor or, for a complaint, the complaints team. */
export const chaser = defineLetter({
  id: 'chaser',
  words: textNames`
    title subject subject-for-another subject-complaint subject-complaint-for-another ask-second-opinion
    ask-review ask-reasons ask-referral ask-complaint ask-complaint-answer ask-funding ask-report asked
    asked-of-another asked-complaint asked-complaint-of-another asked-opinion asked-opinion-of-another
    how-by-hand how-post how-email how-online-form how-phone how-in-person reference heard
    heard-for-another no-answer no-date no-report who-and-when who-and-when-complaint when-referral
    when-funding when-report hear-by somebody-else copy short-heard short-somebody-else short-copy`,
  read(answers) {
    const { earlier, since } = answers;
    if (!earlier?.['asked-on']) return undefined;
    return {
      ...readBody(answers),
      ...readOwnWords(answers),
      about: earlier.about,
      askedOn: earlier['asked-on'],
      askedHow: earlier['asked-how'],
      reference: earlier['their-reference'],
      heard: since?.heard ?? [],
      hopedBy: since?.['answer-hoped-by'],
      hasCopy: (since?.['copy-with-it'] ?? []).length > 0,
    };
  },
  recipient: toBodyOrDoctor,
  subject: (facts, composer) =>
    composer.say(
      `subject${facts.about === 'complaint' ? '-complaint' : ''}${isOwn(facts) ? '' : '-for-another'}`,
      { date: spellDayOrMonth(facts.askedOn) },
    ),
  ask: (facts, composer) => [composer.say(askOf(facts)), whenAsked(facts, composer)],
  body: (facts, composer) => [
    ...composer.paragraph(reference(facts, composer)),
    ...composer.list(isOwn(facts) ? 'heard' : 'heard-for-another', heard(facts, composer)),
    ...composer.paragraph(
      stillMissing(facts, composer),
      whenDone(facts, composer),
      hearBy(facts, composer),
      composer.say('somebody-else'),
    ),
    ...ownWords(facts, composer),
    ...composer.paragraph(copy(facts, composer, 'copy')),
    ...(facts.body ? closingToBody : closing)(facts, composer),
  ],
  short: (facts, composer) => [
    reference(facts, composer),
    whenDone(facts, composer),
    hearBy(facts, composer),
    { label: composer.say('short-heard'), things: heard(facts, composer) },
    stillMissing(facts, composer),
    shortOwnWords(facts, composer),
    composer.say('short-somebody-else'),
    copy(facts, composer, 'short-copy'),
  ],
  consent: REVIEW_CONSENT,
});
