import type { Composer } from '../composer.ts';
import { addsToRight, relationOf } from '../english/relation.ts';
import { withoutStop } from '../english/typed.ts';
import type { People } from '../people.ts';
import type { ShortItem } from '../short.ts';
import { noMessages, replyBy, waysOf } from './closing.ts';
import { needsLine } from './heading.ts';
import { introduction, proofOfAuthority, relationLine } from './introduction.ts';

/** Who writes, by what right, how to reply to them, and what everybody who replies has to heed. */
export const shortPeople = (people: People, composer: Composer): readonly ShortItem[] => [
  { firstThatFits: writerLines(people, composer) },
  ...rightLines(people, composer),
  replyLine(people, composer),
  noMessages(people, composer),
  needsLine(people, composer),
];

/** For the end of the short version: the surgery asks for it where it needs it. */
export const shortProof = (people: People, composer: Composer): ShortItem =>
  proofOfAuthority(people, composer);

/** The writer, their role and one way to reach them; or that way alone. */
function writerLines(people: People, composer: Composer): readonly string[] {
  const { writer, replyBy: chosen } = people;
  const reach = reachOf(people);
  const contact = reach && composer.say('short-contact', { it: reach });
  if (writer.is === 'representative') {
    const parts = [writer.name, roleOf(people, composer), writer.organisation, reach];
    return [composer.say('short-writer', { it: parts.filter((part) => part !== '').join(', ') }), contact];
  }
  if (chosen.length === 0) return [contact];
  return [composer.say('short-reply', { ways: waysOf(people, composer), it: reach }), contact];
}

/** How to reply, where neither the patient's line nor the contact in the writer's line tells it. */
function replyLine(people: People, composer: Composer): string {
  const { writer, replyBy: chosen } = people;
  const isTold = chosen.length === 0 || (chosen.length === 1 && chosen[0] !== 'text');
  return writer.is === 'patient' || isTold ? '' : replyBy(people, composer);
}

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
  return label === '' ? all : [label, ...all.filter((line) => line !== composer.say('writer-for'))];
}

/** One way to reach the writer: of those that were chosen for the reply, the quickest. */
function reachOf({ contact, replyBy: chosen }: People): string {
  const reach = {
    telephone: contact.telephone,
    text: contact.telephone,
    email: contact.email,
    letter: contact.address.join(', '),
  };
  const quick = chosen.filter((way) => way !== 'letter');
  const ways = [...quick, ...chosen, 'telephone', 'email', 'letter'] as const;
  return withoutStop(ways.map((way) => reach[way]).find((one) => one !== '') ?? '');
}
