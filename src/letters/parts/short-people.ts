import type { Composer } from '../composer.ts';
import { addsToRight, relationOf } from '../english/relation.ts';
import { withoutStop } from '../english/typed.ts';
import type { People } from '../people.ts';
import type { ShortItem } from '../short.ts';
import { noMessages, replyBy } from './closing.ts';
import { needsLine } from './heading.ts';
import { introduction, proofOfAuthority, relationLine } from './introduction.ts';

/** Who writes, by what right, how to reply to them, and what everybody who replies has to heed. */
export const shortPeople = (people: People, composer: Composer): readonly ShortItem[] => [
  { firstThatFits: writerLines(people, composer) },
  ...rightLines(people, composer),
  ...(people.replyBy.length > 0 ? [replyBy(people, composer)] : []),
  noMessages(people, composer),
  needsLine(people, composer),
];

/** For the end of the short version: the surgery asks for it where it needs it. */
export const shortProof = (people: People, composer: Composer): ShortItem =>
  proofOfAuthority(people, composer);

/** The writer, their role and one way to reach them; or that way alone. */
function writerLines(people: People, composer: Composer): readonly string[] {
  const { writer } = people;
  const reach = reachOf(people);
  const contact = reach && composer.say('short-contact', { it: reach });
  if (writer.is === 'patient') return [contact];
  const parts = [writer.name, roleOf(people, composer), writer.organisation, reach];
  return [composer.say('short-writer', { it: parts.filter((part) => part !== '').join(', ') }), contact];
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

/** The right to act; the relation too where the writer's line cannot hold it. */
function rightLines(people: People, composer: Composer): readonly string[] {
  const proof = proofOfAuthority(people, composer);
  const all = introduction(people, composer).filter((line) => line !== proof);
  return roleOf(people, composer) === '' ? [...all, relationLine(people, composer)] : all.slice(1);
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
