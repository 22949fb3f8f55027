import type { Composer } from '../composer.ts';
import { addsToRight, relationOf } from '../english/relation.ts';
import { listed } from '../english/grammar.ts';
import { withoutStop, withStop } from '../english/typed.ts';
import type { People } from '../people.ts';
import type { ShortItem } from '../short.ts';
import { noMessages } from './closing.ts';
import { needsLine } from './heading.ts';
import { introduction, proofOfAuthority, relationLine } from './introduction.ts';
import type { Recipient } from './recipient.ts';

/** Who writes, by what right, how to reply to them, and any communication needs. */
export const shortPeople = (people: People, composer: Composer): readonly ShortItem[] => [
  writerLine(people, composer),
  ...rightLines(people, composer),
  replyLine(people, composer),
  noMessages(people, composer),
  endedLine(needsLine(people, composer)),
];

/** A line with a final stop, as a form may run lines together. */
const endedLine = (line: string): string => line && withStop(line);

/** The doctor whom the request is for, as the form goes to the whole surgery; '' if none is named. */
export const forDoctor = ({ greeting }: Recipient, composer: Composer): ShortItem =>
  greeting.to === 'person' ? composer.say('short-doctor', { doctor: greeting.name }) : '';

/** For the end of the short version, as a surgery that needs proof can ask for it. */
export const shortProof = (people: People, composer: Composer): ShortItem =>
  proofOfAuthority(people, composer);

/** The writer and their role; '' if the patient writes, as another line names them. */
function writerLine(people: People, composer: Composer): string {
  const { writer } = people;
  if (writer.is === 'patient') return '';
  const parts = [writer.name, roleOf(people, composer), writer.organisation];
  return composer.say('short-writer', { it: parts.filter((part) => part !== '').join(', ') });
}

/**
 * How to reply, each way with its number or address. A postal address takes room that a doctor's needs should
 * have, so it is here only for a representative who can be reached in no other way and whose address is in no
 * record.
 */
function replyLine(people: People, composer: Composer): string {
  const { replyBy: chosen, writer } = people;
  const reach = reachOf(people);
  if (chosen.length === 0) {
    const it = [reach.telephone, reach.email, reach.letter].find((one) => one !== '') ?? '';
    return it && composer.say('short-reply-any', { it: withoutStop(it) });
  }
  const isAddressNeeded = writer.is === 'representative' && chosen.length === 1;
  const ways = chosen.map((way) => {
    const name = composer.phrase(`reply-${way}`);
    return way !== 'letter' || isAddressNeeded
      ? composer.phrase('short-reply-way', { ways: name, it: withoutStop(reach[way]) })
      : name;
  });
  return composer.say('reply', { ways: listed(ways, 'or') });
}

/** The postal address, if there is room: for a representative who chose letters among other ways. */
export const shortAddress = (people: People, composer: Composer): ShortItem => {
  const { replyBy: chosen, writer } = people;
  return writer.is === 'representative' && chosen.length > 1 && chosen.includes('letter')
    ? composer.say('short-address', { it: withoutStop(reachOf(people).letter) })
    : '';
};

/** The relation as it can follow a name: "Nadia's mum"; '' if other lines give it. */
function roleOf({ writer }: People, composer: Composer): string {
  if (writer.is === 'patient') return '';
  const { right, relationship } = writer;
  if (right !== 'agreement' && addsToRight(relationship, right) !== undefined) return '';
  const relation = relationOf(relationship);
  if (relation.is === 'of-patient') return composer.phrase('short-relation', { it: relation.text });
  return relation.is === 'whole' ? relation.text : '';
}

/** The right to act, after the relation if that does not fit into the writer's line. */
function rightLines(people: People, composer: Composer): readonly string[] {
  if (people.writer.is === 'patient') return [];
  const proof = proofOfAuthority(people, composer);
  const all = introduction(people, composer, 'short-right').filter((line) => line !== proof);
  if (roleOf(people, composer) !== '') return all.slice(1);
  const label = relationLine(people, composer);
  return label === '' ? all : [withStop(label), ...all.filter((line) => line !== composer.say('writer-for'))];
}

/** The number or address for each way to reply; '' if not given. */
const reachOf = ({ contact: { telephone, email, address } }: People) => ({
  telephone,
  text: telephone,
  email,
  letter: address.join(', '),
});
