import type { Answers } from '../../questionnaire/all-questions.ts';
import { type Composer, from, type Wording } from '../composer.ts';
import type { Block } from '../document.ts';
import { listed } from '../english/grammar.ts';
import type { People } from '../people.ts';
import type { ShortItem } from '../short.ts';
import { closeText, type Recipient } from './recipient.ts';
import { quotedItems } from './quoted-items.ts';

/** The paragraph in the writer's own words, which belongs to one letter. */
export interface OwnWords {
  readonly ownWords: string;
  readonly ownWordsOf: string;
}

export const readOwnWords = ({ 'own-words': ownWords, letter }: Partial<Answers>): OwnWords => ({
  ownWords: ownWords ?? '',
  ownWordsOf: letter ?? '',
});

/** The paragraph in the writer's own words, as typed. */
export const ownWords = ({ ownWords: typed, ownWordsOf }: OwnWords, composer: Composer): readonly Block[] =>
  composer.typed(typed, from('own-words', `own-words:${ownWordsOf}`));

/** The same for the short version. */
export const shortOwnWords = ({ ownWords: typed, ownWordsOf }: OwnWords, composer: Composer): ShortItem =>
  quotedItems('short-own-words', typed, from('own-words', `own-words:${ownWordsOf}`), composer);

/** The ways that were chosen for the reply: "letter or telephone". */
const waysOf = ({ replyBy: chosen }: People, composer: Composer): string =>
  listed(
    chosen.map((way) => composer.phrase(`reply-${way}`)),
    'or',
  );

/** How to reply: by the ways that were chosen, or by any. */
function replyBy(people: People, composer: Composer): string {
  const ways = waysOf(people, composer);
  return ways === '' ? composer.say('reply-any') : composer.say('reply', { ways });
}

/** The request not to leave messages, if that was chosen. */
export const noMessages = ({ contact }: People, composer: Composer): string =>
  contact.noMessages ? composer.say('no-messages') : '';

/** What the letter hopes for, how to reply, an offer to talk (fact N.13), and thanks. */
export function closing(
  { people }: { readonly people: People },
  composer: Composer,
  ...hopes: readonly Wording[]
): readonly Block[] {
  return [
    ...composer.paragraph(...hopes),
    ...composer.paragraph(
      replyBy(people, composer),
      noMessages(people, composer),
      composer.say('talk-about-it'),
      composer.say('thanks'),
    ),
  ];
}

/** The same for a body, without the offer to talk, as a body has no appointments. */
export const closingToBody = (
  { people }: { readonly people: People },
  composer: Composer,
): readonly Block[] =>
  composer.paragraph(replyBy(people, composer), noMessages(people, composer), composer.say('thanks'));

/** The sign-off: "sincerely" to a named person, otherwise "faithfully". */
export function signOff(people: People, { greeting }: Recipient, composer: Composer): readonly Block[] {
  const { writer, patient } = people;
  const names =
    writer.is === 'patient'
      ? [patient.name]
      : [writer.name, writer.organisation, composer.phrase(`signed-as-${writer.right}`)].filter(
          (one) => one !== '',
        );
  return [
    { kind: 'close', text: closeText(greeting, composer) },
    { kind: 'signed', lines: names },
  ];
}
