import type { Day, Month } from '../questionnaire/calendar.ts';
import type { Answers } from '../questionnaire/all-questions.ts';
import { type Composer, from, type Wording } from './composer.ts';
import type { Block } from './document.ts';
import { together, whenItWas } from './english/times.ts';
import { defineLetter } from './letter.ts';
import { closing, ownWords, readOwnWords, shortOwnWords } from './parts/closing.ts';
import { SECOND_OPINION_CONSENT } from './parts/consent.ts';
import { quotedItems } from './parts/quoted-items.ts';
import { toDoctor } from './parts/recipient.ts';
import { hopedFor, readSecondOpinion, shortHopes, terms } from './parts/second-opinion.ts';
import { type People, standpointOf } from './people.ts';
import type { ShortItem } from './short.ts';
import { textNames } from './text-names.ts';

type TheAnswer = NonNullable<Answers['the-answer']>;

interface Refusal {
  readonly askedOn: Day | Month | undefined;
  readonly refusedOn: Day | Month;
  readonly refusedHow: TheAnswer['refused-how'];
  readonly reasonsGiven: TheAnswer['reasons-given'];
  readonly reasons: readonly string[];
  readonly putRight: readonly string[];
  readonly hasPolicy: boolean;
  readonly policySays: string;
}

type RefusalCase = Refusal & { readonly people: People };

/** A GP refers for a second opinion but does not give one (fact 3.3). */
function ask({ people, reasonsGiven }: RefusalCase, composer: Composer): readonly string[] {
  const toGp = people.doctor.role === 'gp';
  const what = reasonsGiven === 'yes' ? 'ask-again' : 'ask-why';
  return [
    composer.say(toGp ? `${what}-gp` : what),
    ...(toGp && what === 'ask-why' ? [composer.say('look-again')] : []),
    ...(toGp ? [composer.say('refer')] : []),
  ];
}

function whatHappened(facts: RefusalCase, composer: Composer): readonly Block[] {
  const { people, askedOn, refusedOn, refusedHow, reasonsGiven, reasons } = facts;
  const asked = people.writer.is === 'patient' ? 'asked' : 'asked-of-another';
  // If the patient cannot decide, the answer was given to the person who acts for them.
  const refusedWording = standpointOf(people) === 'authority' ? 'writer-told-no' : 'told-no';
  const how = refusedHow && refusedHow !== 'said' ? composer.phrase(`how-${refusedHow}`) : '';
  return composer.paragraph(
    askedOn
      ? composer.fromAnswer(composer.say(asked, { it: whenItWas(askedOn) }), from('the-answer', 'asked-on'))
      : '',
    composer.say(refusedWording, { it: together(how, whenItWas(refusedOn)) }),
    reasonsGiven === 'no' ? composer.say('reasons-none') : '',
    reasonsGiven === 'not-clear' && reasons.length === 0 ? composer.say('reasons-unclear') : '',
  );
}

const reasonLines = ({ reasons }: Refusal, composer: Composer): readonly Wording[] =>
  composer.lines('the-answer', 'reasons', reasons);
const putRightLines = ({ putRight }: Refusal, composer: Composer): readonly Wording[] =>
  composer.lines('put-right', 'put-right', putRight);

const POLICY_SAYS = from('put-right', 'policy-says');
/** That there is a local policy, if its words are not given. */
const thereIsPolicy = ({ hasPolicy, policySays }: Refusal, composer: Composer): Wording =>
  hasPolicy && policySays === ''
    ? composer.fromAnswer(composer.say('policy-there-is'), from('put-right', 'local-policy'))
    : '';

const policy = (facts: Refusal, composer: Composer): readonly Block[] => [
  ...composer.quotedUnder('policy', facts.policySays, POLICY_SAYS),
  ...composer.paragraph(thereIsPolicy(facts, composer)),
];

/** The same for the short version. */
const shortPolicy = (facts: Refusal, composer: Composer): readonly ShortItem[] => [
  quotedItems('short-policy', facts.policySays, POLICY_SAYS, composer),
  thereIsPolicy(facts, composer),
];

/** After a refusal: asks for the reasons in writing and for another look (facts 2.2, 4.1, 4.2). */
export const askReasons = defineLetter({
  id: 'ask-reasons',
  words: textNames`
    title subject subject-for-another ask-why ask-why-gp look-again ask-again ask-again-gp refer asked
    asked-of-another told-no writer-told-no how-letter how-message how-somebody-else-told-me reasons-yes
    reasons-not-clear reasons-no reasons-unclear reasons-none put-right policy policy-there-is still-no
    short-reasons-yes short-reasons-not-clear short-reasons-no short-put-right short-policy`,
  read(answers) {
    const { 'the-answer': answer, 'put-right': added } = answers;
    if (!answer?.['refused-on']) return undefined;
    return {
      ...readSecondOpinion(answers),
      ...readOwnWords(answers),
      askedOn: answer['asked-on'],
      refusedOn: answer['refused-on'],
      refusedHow: answer['refused-how'],
      reasonsGiven: answer['reasons-given'],
      reasons: answer.reasons,
      putRight: added?.['put-right'] ?? [],
      hasPolicy: added?.['local-policy'] === 'there-is',
      policySays: added?.['local-policy'] === 'there-is-none' ? '' : (added?.['policy-says'] ?? ''),
    };
  },
  recipient: toDoctor,
  ask,
  body: (facts, composer) => [
    ...whatHappened(facts, composer),
    ...composer.list(`reasons-${facts.reasonsGiven}`, reasonLines(facts, composer)),
    ...composer.list('put-right', putRightLines(facts, composer)),
    ...policy(facts, composer),
    ...hopedFor(facts, composer),
    ...ownWords(facts, composer),
    ...composer.paragraph(...terms(facts, composer)),
    ...composer.paragraph(composer.say('still-no')),
    ...closing(facts, composer, composer.say('support')),
  ],
  short: (facts, composer) => [
    ...whatHappened(facts, composer).flatMap((block) => (block.kind === 'paragraph' ? block.sentences : [])),
    { label: composer.say(`short-reasons-${facts.reasonsGiven}`), things: reasonLines(facts, composer) },
    { label: composer.say('short-put-right'), things: putRightLines(facts, composer) },
    shortOwnWords(facts, composer),
    ...terms(facts, composer, 'this-request'),
    shortHopes(facts, composer),
    ...shortPolicy(facts, composer),
    composer.say('still-no'),
  ],
  consent: SECOND_OPINION_CONSENT,
});
