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

const TITLES: Readonly<Record<string, string>> = {
  dr: 'Dr',
  doctor: 'Doctor',
  mr: 'Mr',
  mrs: 'Mrs',
  ms: 'Ms',
  miss: 'Miss',
  mx: 'Mx',
  prof: 'Prof',
  professor: 'Professor',
  sir: 'Sir',
  dame: 'Dame',
  lady: 'Lady',
  lord: 'Lord',
  sister: 'Sister',
  nurse: 'Nurse',
  rev: 'Rev',
};
const TITLE = `(?:${Object.keys(TITLES).join('|')})`;
const OPENERS =
  /^(?:(?:dear|hello|hi|f\.?a\.?o\.?|attn\.?|attention(?: of)?|for the attention of|to|c\/o)\b[.:,\s]*)+(?=\S)/i;
/** What people put before the addressee; "To whom it may concern" stays as typed. */
const BEFORE_ADDRESSEE = /^(?:(?:dear|hello|hi|f\.?a\.?o\.?|attn\.?|for the attention of)\b[.:,\s]*)+(?=\S)/i;
const TITLE_INSIDE = new RegExp(`(?:^|[\\s,(])(?=${TITLE}\\.?\\s+(?!(?:or|and)\\b)\\p{L})`, 'iu');
const TITLED = new RegExp(`^(${TITLE})\\.?\\s+(?=\\p{L})`, 'iu');
const ONLY_TITLE = new RegExp(`^${TITLE}\\.?$`, 'i');
const TEAM =
  /\b(?:teams?|services?|staff|department|dept|clinic|ward|unit|cmht|camhs|crht|crhtt|reception|colleagues)\b/i;
const ROLE =
  /\b(?:doctors?|dr|gps?|psychiatrists?|consultants?|whoever|whomever|whom|anyone|anybody|someone|somebody|who|duty|nurses?|managers?|pharmacists?|psychologists?|registrars?|locums?|practitioners?|specialists?|physicians?|surgery|practice|hospital|centre|trust|sir|madam|person|clinician|professionals?|sho|care|coordinator|partner|partners|secretary|lead)\b/i;
const ARTICLE = /^(?:the|my|our|a|an|any|her|his|their|this|that)\b/i;
/** Jobs and degrees that follow a name. */
const AFTER_NAME =
  /\s+(?:(?:consultant|psychiatrist|gp|doctor|registrar|locum|specialist|psychologist|nurse|general|community|clinical|senior|lead|partner|and (?:the )?(?:team|colleagues|partners|staff))\b|(?:MRC|FRC|MBB?|BM|MD|PhD|BSc|MSc|DPhil|OBE|MBE|CBE)[A-Za-z]*\b).*$/i;
/** The initials before a surname: "S. " of "S. Lee". */
const INITIALS = /^(?:\p{L}(?:\.|(?=\s))\s*)+(?=\p{L}{2}|\p{L}['’])/u;
const LONGEST_NAME = 6;
const PARTICLE = /^(?:van|von|der|den|de|del|da|di|du|la|le|el|al|bin|ibn|bint|y|ten|ter)$/;

/** The addressee above the letter, as typed but without "Dear" or "FAO". */
export const addresseeOf = (typed: string): string => envelopeLine(typed).replace(BEFORE_ADDRESSEE, '');

/**
 * How a letter begins, from the name that was typed: the person's name with its title, or a general greeting
 * if no person is named. A title gets its usual form; none is made up.
 */
export function greetingFor({ 'doctor-name': typed }: Named): Greeting {
  const bare = envelopeLine(typed).replace(OPENERS, '');
  const start = TITLE_INSIDE.exec(bare);
  const isTeamOf = /['’]s\s+(?:\S+\s+)?(?:team|clinic|service|secretary|ward)\b/i.test(bare);
  if (start && !isTeamOf) {
    const [titled = ''] = bare
      .slice(start.index + start[0].length)
      .split(/\s*[,;([{/]|\s+[-–—]\s+|\s+(?:at|or)\s+/);
    return { to: 'person', name: inOrder(titled) };
  }
  const [beforeMark = ''] = bare.split(/\s*[,;([{/]|\s+[-–—]\s+|\s+at\s+/);
  const inverted = new RegExp(`^(\\p{L}[\\p{L}'’-]*),\\s*(${TITLE})\\.?(?:\\s|$)`, 'iu').exec(bare);
  if (inverted) return { to: 'person', name: inOrder(`${inverted[2]} ${inverted[1]}`) };
  if (isTeamOf || TEAM.test(bare)) return { to: 'team' };
  const words = beforeMark.split(/\s+/).filter((word) => word !== '');
  const isPerson =
    words.length > 0 &&
    words.length <= LONGEST_NAME &&
    !ARTICLE.test(beforeMark) &&
    !ONLY_TITLE.test(beforeMark) &&
    !ROLE.test(beforeMark) &&
    !/[\p{Nd}@?!:]/u.test(beforeMark);
  return isPerson ? { to: 'person', name: inOrder(beforeMark) } : { to: 'doctor' };
}

/**
 * The name with the usual form of its title, and with capitals if it was typed all in small letters. Initials
 * after a title are dropped: "Professor Lee".
 */
function inOrder(typed: string): string {
  const [, title = ''] = TITLED.exec(typed) ?? [];
  const rest = title ? typed.replace(TITLED, '') : typed;
  const cut = rest
    .replace(AFTER_NAME, '')
    .replace(/[.,;\s]+$/u, (end) =>
      /\b\p{Lu}$/u.test(rest.slice(0, -end.length)) && end.startsWith('.') ? '.' : '',
    );
  const whole = cut === '' ? rest : cut;
  const name = title ? whole.replace(INITIALS, '') : whole;
  const isSmall = name === name.toLowerCase();
  const written = isSmall ? name.split(' ').map(asName).join(' ') : name;
  return title ? `${TITLES[title.toLowerCase()]} ${written}` : written;
}

const asName = (word: string): string =>
  PARTICLE.test(word) ? word : word.replace(/(?<=^|['’-])\p{L}/gu, (letter) => letter.toUpperCase());
