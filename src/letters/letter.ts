import type { Day } from '../questionnaire/calendar.ts';
import type { Answers } from '../questionnaire/all-questions.ts';
import type { LetterId } from '../questionnaire/questions/people.ts';
import { Composer, type Wording } from './composer.ts';
import type { Block, LetterDocument } from './document.ts';
import { type LeaveOutChoice, LeftOut } from './leave-out.ts';
import { signOff } from './parts/closing.ts';
import { consent } from './parts/consent.ts';
import { aboutLine, shortAbout, heading } from './parts/heading.ts';
import { introduction } from './parts/introduction.ts';
import { greetingText, type Recipient } from './parts/recipient.ts';
import { forDoctor, shortAddress, shortPeople, shortProof } from './parts/short-people.ts';
import { type People, readPeople } from './people.ts';
import { fitInto, type ShortItem } from './short.ts';
import type { Words } from './words.ts';

/** What every letter knows about its case. */
export interface LetterCase {
  readonly people: People;
}

/** What a letter declares. `Own` is what it reads from the answers besides the people. */
export interface LetterDefinition<Own extends object> {
  readonly id: LetterId;
  /** The names of its texts in `content/letters/<id>.md`. */
  readonly words: readonly string[];
  /** Its own part of the case; undefined if an answer that it needs is missing. */
  readonly read: (answers: Partial<Answers>, today: Day) => Own | undefined;
  readonly recipient: (people: People, own: Own) => Recipient;
  /** Its subject line, unless the texts "subject" and "subject-for-another" are enough. */
  readonly subject?: (facts: LetterCase & Own, composer: Composer) => string;
  /** What it asks for, in its first paragraph and its short version. */
  readonly ask: (facts: LetterCase & Own, composer: Composer) => readonly string[];
  /** From the second paragraph to the last before the sign-off. */
  readonly body: (facts: LetterCase & Own, composer: Composer) => readonly Block[];
  /** What its short version says as far as there is room, with what a doctor needs most first. */
  readonly short: (facts: LetterCase & Own, composer: Composer) => readonly ShortItem[];
  /** The names of the texts of its consent page's boxes. */
  readonly consent: readonly string[];
}

/** A letter written for one person. */
export interface WrittenLetter {
  readonly id: LetterId;
  readonly people: People;
  readonly document: LetterDocument;
  /** What can be left out, in order: not the ask, the right to act, reference, consent or sign-off. */
  readonly choices: readonly LeaveOutChoice[];
  /** The letter for an online form with this limit in code points. */
  readonly shortVersion: (limit: number) => string;
}

/** A letter of any kind. */
export interface Letter {
  readonly id: LetterId;
  readonly words: readonly string[];
  /**
   * Writes the letter for one person.
   * @param words the letter's own words and those that all letters share
   * @param today the date on the letter
   * @param leftOut keys of what the person leaves out
   * @returns undefined without the right to act, or if an answer that it needs is missing
   */
  readonly write: (
    answers: Partial<Answers>,
    words: Words,
    today: Day,
    leftOut: Iterable<string>,
  ) => WrittenLetter | undefined;
  /** How it begins: "Dear Dr Patel,". Undefined as in `write`. */
  readonly greeting: (answers: Partial<Answers>, words: Words, today: Day) => string | undefined;
}

const usualSubject = ({ people }: LetterCase, composer: Composer): string =>
  composer.say(people.writer.is === 'patient' ? 'subject' : 'subject-for-another');

/** Makes a letter from its definition. */
export function defineLetter<Own extends object>(definition: LetterDefinition<Own>): Letter {
  const { id, words: named, subject: subjectOf = usualSubject } = definition;
  const caseOf = (answers: Partial<Answers>, today: Day): (LetterCase & Own) | undefined => {
    const people = readPeople(answers);
    const own = definition.read(answers, today);
    return people && own && { ...own, people };
  };
  return {
    id,
    words: named,
    greeting(answers, words, today) {
      const facts = caseOf(answers, today);
      if (!facts) return undefined;
      const { people } = facts;
      const composer = new Composer(words, people.voice, new LeftOut([]));
      return greetingText(definition.recipient(people, facts).greeting, composer);
    },
    write(answers, words, today, leftOut) {
      const facts = caseOf(answers, today);
      if (!facts) return undefined;
      const { people } = facts;
      const left = new LeftOut(leftOut);
      const newComposer = () => new Composer(words, people.voice, left);
      const recipient = definition.recipient(people, facts);
      const composer = newComposer();
      const first: readonly Wording[] = [
        ...definition.ask(facts, composer),
        ...introduction(people, composer),
      ];
      const blocks = [
        ...heading(people, recipient, subjectOf(facts, composer), today, composer),
        ...composer.paragraph(...first),
        ...definition.body(facts, composer),
        ...signOff(people, recipient, composer),
        ...consent(people, definition.consent, today, composer),
      ];
      return {
        id,
        people,
        document: { title: composer.say('title'), about: aboutLine(people, composer), blocks },
        choices: composer.choices,
        shortVersion(limit) {
          const short = newComposer();
          return fitInto(limit, {
            first: [definition.ask(facts, short).join(' '), shortAbout(people, short)],
            items: [
              ...shortPeople(people, short),
              forDoctor(recipient, short),
              ...definition.short(facts, short),
              shortProof(people, short),
              shortAddress(people, short),
            ],
            more: short.say('short-more'),
            last: short.say('short-longer-letter'),
          });
        },
      };
    },
  };
}
