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

/** Who writes, by what right, how to reply to them, and what everybody who replies has to heed. */
export const shortPeople = (people: People, composer: Composer): readonly ShortItem[] => [
  writerLine(people, composer),
  ...rightLines(people, composer),
  replyLine(people, composer),
  noMessages(people, composer),
  endedLine(needsLine(people, composer)),
];

/** A line with its stop: a form may run lines together. */
const endedLine = (line: string): string => line && withStop(line);

/** The doctor whom the request is for, as the form goes to the surgery; '' where no doctor is named. */
export const forDoctor = ({ greeting }: Recipient, composer: Composer): ShortItem =>
  greeting.to === 'person' ? composer.say('short-doctor', { doctor: greeting.name }) : '';

/** For the end of the short version: the surgery asks for it where it needs it. */
export const shortProof = (people: People, composer: Composer): ShortItem =>
  proofOfAuthority(people, composer);

/** The writer and their role; '' where the patient writes, whom another line names. */
function writerLine(people: People, composer: Composer): string {
  const { writer } = people;
  if (writer.is === 'patient') return '';
  const parts = [writer.name, roleOf(people, composer), writer.organisation];
  return composer.say('short-writer', { it: parts.filter((part) => part !== '').join(', ') });
}

/**
 * How to reply, each way with what it needs. A postal address takes the room of what a doctor needs more: it is told
 * here only where nothing else reaches a representative, whose address no record has.
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

/** Where to write to, where there is room: of a representative who is to be answered by letter too. */
export const shortAddress = (people: People, composer: Composer): ShortItem => {
  const { replyBy: chosen, writer } = people;
  return writer.is === 'representative' && chosen.length > 1 && chosen.includes('letter')
    ? composer.say('short-address', { it: withoutStop(reachOf(people).letter) })
    : '';
};

/** The relation as it can follow a name: "Nadia's mum"; '' where other lines tell it. */
function roleOf({ writer }: People, composer: Composer): string {
  if (writer.is === 'patient') return '';
  const { right, relationship } = writer;
  if (right !== 'agreement' && addsToRight(relationship, right) !== undefined) return '';
  const told = relationOf(relationship);
  if (told.is === 'of-patient') return composer.phrase('short-relation', { it: told.text });
  return told.is === 'whole' ? told.text : '';
}

/** The right to act, after the relation where the writer's line cannot hold it. */
function rightLines(people: People, composer: Composer): readonly string[] {
  if (people.writer.is === 'patient') return [];
  const proof = proofOfAuthority(people, composer);
  const all = introduction(people, composer, 'short-right').filter((line) => line !== proof);
  if (roleOf(people, composer) !== '') return all.slice(1);
  const label = relationLine(people, composer);
  return label === '' ? all : [withStop(label), ...all.filter((line) => line !== composer.say('writer-for'))];
}

/** What each way to reply needs; '' where it was not given. */
const reachOf = ({ contact: { telephone, email, address } }: People) => ({
  telephone,
  text: telephone,
  email,
  letter: address.join(', '),
});
