import type { Composer } from '../composer.ts';
import { addsToRight, relationOf } from '../english/relation.ts';
import { withoutStop, withStop } from '../english/typed.ts';
import { isInstructed, type People, standpointOf, type Writer } from '../people.ts';

type Representative = Extract<Writer, { is: 'representative' }>;

/**
 * Who writes for the patient, in what relation and by what right (facts N.10, N.11), said once; empty if the
 * patient writes.
 * @param words which texts give the right to act: the letter's, or those of the short version
 */
export function introduction(
  people: People,
  composer: Composer,
  words: 'right' | 'short-right' = 'right',
): readonly string[] {
  const { writer } = people;
  if (writer.is === 'patient') return [];
  const { right, relationship } = writer;
  if (right === 'agreement')
    return [
      relationLine(people, composer) === '' ? relation(writer, composer) : '',
      composer.say(`${words}-agreement`),
    ].filter((one) => one !== '');
  const rest = addsToRight(relationship, right);
  return [
    rest === undefined ? relation(writer, composer) : '',
    composer.say(`${isInstructed(people) ? words : 'right'}-${right}`, { more: rest ? ` ${rest}` : '' }),
    isInstructed(people) ? '' : composer.say('cannot-decide'),
    proofOfAuthority(people, composer),
  ].filter((one) => one !== '');
}

/** The offer of an attorney or a deputy to show proof (fact N.11); '' for everybody else. */
export const proofOfAuthority = (people: People, composer: Composer): string =>
  standpointOf(people) === 'authority' && !isInstructed(people) ? composer.say('proof-of-authority') : '';

/** The relation under a label, if what was typed fits no sentence; otherwise ''. */
export const relationLine = ({ writer }: People, composer: Composer): string =>
  writer.is === 'representative' && relationOf(writer.relationship).is === 'as-typed'
    ? composer.say('reference-relation', { it: withoutStop(writer.relationship) })
    : '';

function relation({ relationship }: Representative, composer: Composer): string {
  const relation = relationOf(relationship);
  switch (relation.is) {
    case 'sentence':
      return withStop(relation.text);
    case 'of-patient':
      return composer.say('writer-relation', { it: relation.text });
    case 'whole':
      return composer.say('writer-relation-whole', { it: relation.text });
    // The reference lines give it as typed.
    case 'as-typed':
      return composer.say('writer-for');
  }
}
