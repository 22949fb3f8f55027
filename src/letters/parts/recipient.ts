import type { Answers } from '../../questionnaire/all-questions.ts';
import type { Composer } from '../composer.ts';
import { type Greeting, greetingFor } from '../english/greeting.ts';
import type { People } from '../people.ts';
import { fill, type Words } from '../words.ts';

/** To whom a letter goes: the lines above it, and its greeting. */
export interface Recipient {
  /** The name as typed; '' if the letter names the role instead ("The GP"). */
  readonly name: string;
  readonly role: People['doctor']['role'];
  readonly address: readonly string[];
  readonly greeting: Greeting;
  /** The office at a body, in the line above its name. */
  readonly office?: Office;
}

type Office = 'practice-manager' | 'complaints-manager';

/** The doctor, as answered. */
export const toDoctor = ({ doctor: { name, role, address } }: People): Recipient => ({
  name,
  role,
  address,
  greeting: greetingFor({ 'doctor-name': name }),
});

/** A body: a complaints department, a board. */
const toBody = (name: string, address: readonly string[]): Recipient => ({
  name,
  role: undefined,
  address,
  greeting: { to: 'body' },
});

/** An office at a body, with no person named: "The Practice Manager, Park Surgery". */
export const toOffice = (office: Office, name: string, address: readonly string[]): Recipient => ({
  ...toBody(name, address),
  office,
});

/** The body that a later letter goes to; undefined if it goes to a doctor. */
export interface Body {
  readonly body: { readonly name: string; readonly address: readonly string[] } | undefined;
}

export const readBody = ({ recipient }: Partial<Answers>): Body => ({
  body: recipient && { name: recipient['recipient-name'], address: recipient['recipient-address'] },
});

/** The body if the letter goes to one, otherwise the doctor. */
export const toBodyOrDoctor = (people: People, { body }: Body): Recipient =>
  body ? toBody(body.name, body.address) : toDoctor(people);

/** How a letter begins: "Dear Dr Patel,". */
export const greetingText = (greeting: Greeting, composer: Pick<Composer, 'say'>): string =>
  greeting.to === 'person'
    ? composer.say('dear-person', { doctor: greeting.name })
    : composer.say(`dear-${greeting.to}`);

/** The same for a page, before the letter is written: from the name as typed, or ''. */
export const greetingToDoctor = (name: string, words: Words): string =>
  greetingText(greetingFor({ 'doctor-name': name }), {
    say: (text, values) => fill(words[text]!, { person: 'first' }, values),
  });

/** How it ends: "Yours sincerely" to a person by name. */
export const closeText = (greeting: Greeting, composer: Pick<Composer, 'say'>): string =>
  composer.say(greeting.to === 'person' ? 'close-to-person' : 'close-to-nobody');
