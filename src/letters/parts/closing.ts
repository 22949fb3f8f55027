import type { LetterCase } from '../case.ts';
import type { Composer } from '../composer.ts';
import type { Block } from '../document.ts';
import { listed } from '../english/grammar.ts';

/** What the letter hopes for, how to reply, and what helps with letters and appointments (fact N.13). */
export function closing(
  { replyBy, communicationNeeds }: LetterCase,
  composer: Composer,
  ...hopes: readonly string[]
): readonly Block[] {
  const ways = listed(
    replyBy.map((way) => composer.phrase(`reply-${way}`)),
    'or',
  );
  return composer.typed(communicationNeeds, 'communication-needs', [
    ...hopes,
    ways && composer.say('reply', { ways }),
  ]);
}

/** The paragraph in the writer's own words, as it was typed: after what was asked, before the last request. */
export const ownWords = (facts: LetterCase, composer: Composer): readonly Block[] =>
  composer.typed(facts.ownWords);

/** The sign-off: "sincerely" to a name, "faithfully" to a role. */
export function signOff({ writer, patient, doctor }: LetterCase, composer: Composer): readonly Block[] {
  const names = writer.is === 'patient' ? [patient.name] : [writer.name, composer.phrase('on-behalf')];
  return [
    { kind: 'close', text: composer.say(doctor.name ? 'close-to-name' : 'close-to-role') },
    { kind: 'signed', lines: names },
  ];
}
