import { isFiller } from '../../questionnaire/fields/fillers.ts';
import { NOT_A_NAME, PLACE, ROLE, TEAM } from './addressee-words.ts';
import { POSSESSIVE, TITLE, titleAlone, titledName, withCapitals } from './titled-name.ts';
import { envelopeLine } from './typed.ts';

/** The kind of addressee that a letter greets. */
export type Greeting =
  | { readonly to: 'person'; readonly name: string }
  /** "Dear Team,": a team or a service. */
  | { readonly to: 'team' }
  /** "Dear Doctor,": nobody by name. */
  | { readonly to: 'doctor' }
  /** "Dear Sir or Madam,": a body, such as a board or a complaints department. */
  | { readonly to: 'body' };

/** The part of the answer about the doctor that the greeting needs. */
export interface Named {
  readonly 'doctor-name': string;
}

/** What people put before the addressee; "To whom it may concern" stays as typed. */
const BEFORE_ADDRESSEE = /^(?:(?:dear|hello|hi|f\.?a\.?o\.?|attn\.?|for the attention of)\b[.:,\s]*)+(?=\S)/i;
const OPENERS =
  /^(?:(?:dear|hello|hi|f\.?a\.?o\.?|attn\.?|attention(?: of)?|for the attention of|please|pass(?: on)?|forward|for|to|c\/o|care of)\b[.:,\s]*)+(?=\S)/i;
/** Marks that end a name or a job. */
const MARK = /[,;()[\]{}|/]|\s[-–—](?=\s|$)|\sis\s/;
/** Words that begin something else than the addressee: "at Park Clinic", "who saw me in May". */
const LINK =
  '(?:care of|at|of|from|in|on|via|re|for|with|by|to|about|under|who|whom|whose|which|that|if|when|but|not|except|than|because|please|thanks|thank you|urgent|maybe|perhaps|possibly|probably)(?:[\\s:.]|$)';
const FROM_LINK = new RegExp(`\\s(?:${LINK}|I\\s(?=\\p{Ll}{2})).*$`, 'u');
/** The same in a text that is all in capitals, where "TO" after a title is no surname. */
const FROM_SHOUTED_LINK = new RegExp(`\\s${LINK}.*$`, 'i');
const TITLE_INSIDE = new RegExp(`(?:^|\\s)(?=${TITLE}(?:\\.\\s*|\\s+)[\\p{L}&+])`, 'iu');
const INVERTED = new RegExp(`^(\\p{L}[\\p{L}'’-]*),\\s*(${TITLE})\\.?(?:\\s\\p{L}\\.?){0,3}$`, 'iu');
/** "Mr/Mrs Jones" is one name with two titles. */
const TITLE_SLASH = new RegExp(`\\b(${TITLE})\\.?\\s?/\\s?(?=${TITLE}\\b)`, 'gi');
const ARTICLE = /^(?:the|my|our|any|her|his|their|this|that)\b/i;
/** Before a capital letter, "A" is an initial. */
const INDEFINITE_ARTICLE = /^[Aa]n?\s(?=\p{Ll})/u;
const DENIED = /\bnot\b|n['’]t\b|\bdont\b/i;
const AND = /\s(and|or|&|\+)\s/i;
const LONGEST_NAME = 6;
/** Longer than any name with what people put around it. */
const LONGEST = 400;

/** The addressee above the letter, as typed but without "Dear" or "FAO". */
export const addresseeOf = (typed: string): string => envelopeLine(typed).replace(BEFORE_ADDRESSEE, '');

/**
 * How a letter begins, from the name that was typed: the person's name with its title, or a general greeting
 * if no person is named. A title gets its usual form; none is made up.
 */
export function greetingFor({ 'doctor-name': typed }: Named): Greeting {
  if (typed.length > LONGEST || isFiller(typed)) return { to: 'doctor' };
  const bare = withoutQuotes(envelopeLine(typed))
    .replace(OPENERS, '')
    .replace(/c\/o\b/gi, 'care of')
    .replace(TITLE_SLASH, '$1 or ');
  const inverted = INVERTED.exec(bare);
  const parts = bare.split(MARK);
  const [first = '', ...others] = parts.map(addresseeIn);
  const name =
    (inverted && titledName(`${inverted[2]} ${inverted[1]}`)) ??
    [first, ...others].map(titledPeople).find((people) => people !== undefined) ??
    (DENIED.test(parts[0]!) ? undefined : plainName(first));
  if (name !== undefined) return { to: 'person', name };
  // The last word says what it is: a team's doctor is no team.
  const last = first.slice(first.lastIndexOf(' ') + 1);
  return { to: TEAM.test(first) && !ROLE.test(last) ? 'team' : 'doctor' };
}

/** The text without quotation marks around it or around a part of it. */
const withoutQuotes = (text: string): string => text.replace(/["“”„«»]|^[‘']+|(?<=\S)[’']$/g, '').trim();

/** The addressee alone: "the psychiatrist" of "the psychiatrist at Park Clinic". */
const addresseeIn = (text: string): string =>
  text
    .trim()
    .replace(/\p{Ll}/u.test(text) ? FROM_LINK : FROM_SHOUTED_LINK, '')
    .trim();

/** The people in a text of which the first has a title: "Dr Patel and Dr Jones", "Mr & Mrs Jones". */
function titledPeople(text: string): string | undefined {
  const start = TITLE_INSIDE.exec(text);
  if (!start || DENIED.test(text.slice(0, start.index))) return undefined;
  const [first = '', ...others] = text.slice(start.index).trim().split(AND);
  let people = titledName(first);
  for (let at = 0; at < others.length; at += 2) {
    const [and, other = ''] = [others[at]!, others[at + 1]];
    const next = titledName(other) ?? (people === undefined ? undefined : plainName(other));
    const before = people ?? titleAlone(first);
    if (next === undefined || before === undefined) break;
    people = `${before} ${and} ${next}`;
  }
  return people;
}

/** A name without a title; undefined for a team, a job, a place, or words that name nobody. */
function plainName(text: string): string | undefined {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const isOther = [ARTICLE, INDEFINITE_ARTICLE, TEAM, ROLE, PLACE, NOT_A_NAME, POSSESSIVE].some((kind) =>
    kind.test(text),
  );
  // One letter, or a few capitals alone, such as those of a job, are no name.
  const isAbbreviation = /^(?:[A-Z&]{1,5}|[a-z])\.?$/.test(text);
  const isName =
    words.length > 0 &&
    words.length <= LONGEST_NAME &&
    !isOther &&
    !isAbbreviation &&
    titleAlone(text) === undefined &&
    !/[\p{Nd}@?!:]/u.test(text) &&
    /\p{L}/u.test(text);
  return isName ? withCapitals(text) : undefined;
}
