import type { Composer } from '../composer.ts';
import { addsToRight, relationOf } from '../english/relation.ts';
import { withStop } from '../english/typed.ts';
import { isInstructed, type People, type Writer } from '../people.ts';

type Representative = Extract<Writer, { is: 'representative' }>;

/**
 * Who writes for the patient, in what relation and by what right (facts N.10, N.11), said once; nothing where the
 * patient writes.
 */
export function introduction(people: People, composer: Composer): readonly string[] {
  const { writer } = people;
  if (writer.is === 'patient') return [];
  const { right, relationship } = writer;
  if (right === 'agreement') return [relation(writer, composer), composer.say('right-agreement')];
  const rest = addsToRight(relationship, right);
  return [
    rest === undefined ? relation(writer, composer) : '',
    composer.say(`right-${right}`, { more: rest ? ` ${rest}` : '' }),
    ...(isInstructed(people) ? [] : [composer.say('cannot-decide'), composer.say('proof-of-authority')]),
  ].filter((one) => one !== '');
}

function relation({ relationship }: Representative, composer: Composer): string {
  const told = relationOf(relationship);
  switch (told.is) {
    case 'sentence':
      return withStop(told.text);
    case 'of-patient':
      return composer.say('writer-relation', { it: told.text });
    case 'whole':
      return composer.say('writer-relation-whole', { it: told.text });
    // The reference lines tell it as it was typed.
    case 'as-typed':
      return composer.say('writer-for');
  }
}
