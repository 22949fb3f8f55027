import type { Composer } from '../composer.ts';
import { type Greeting, greetingFor } from '../english/greeting.ts';
import type { People } from '../people.ts';
import { fill, type Words } from '../words.ts';

/** To whom a letter goes: what is written above it, and how it greets them. */
export interface Recipient {
  /** The name as it was typed; '' where the words name the role, as "The GP". */
  readonly name: string;
  readonly role: People['doctor']['role'];
  readonly address: readonly string[];
  readonly greeting: Greeting;
}

/** The doctor, as answered. */
export const toDoctor = ({ doctor: { name, role, address } }: People): Recipient => ({
  name,
  role,
  address,
  greeting: greetingFor({ 'doctor-name': name }),
});

/** A body: a complaints department, a board. */
export const toBody = (name: string, address: readonly string[]): Recipient => ({
  name,
  role: undefined,
  address,
  greeting: { to: 'body' },
});

/** How a letter begins: "Dear Dr Patel,". */
export const greetingText = (greeting: Greeting, composer: Pick<Composer, 'say'>): string =>
  greeting.to === 'person'
    ? composer.say('dear-person', { doctor: greeting.name })
    : composer.say(`dear-${greeting.to}`);

/** The same before the letter is written, for a page: from the name as it was typed, or ''. */
export const greetingToDoctor = (name: string, words: Words): string =>
  greetingText(greetingFor({ 'doctor-name': name }), {
    say: (text, values) => fill(words[text]!, { person: 'first' }, values),
  });

/** How it ends: "Yours sincerely" to a person by name. */
export const closeText = (greeting: Greeting, composer: Pick<Composer, 'say'>): string =>
  composer.say(greeting.to === 'person' ? 'close-to-person' : 'close-to-nobody');
