import { NOT_A_NAME, ROLE } from './addressee-words.ts';

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
/** A title in any case, as the source of an expression. */
export const TITLE = `(?:${Object.keys(TITLES).join('|')})`;
const TITLED = new RegExp(`^(${TITLE})(?:\\.\\s*|\\s+)(?=\\p{L})`, 'iu');
const ONLY_TITLE = new RegExp(`^${TITLE}\\.?$`, 'i');
/** A job that can be a title, too: "my doctor Dr Patel", "Nurse Practitioner". */
const JOB = /^(?:doctor|nurse|sister)$/i;
/** Part of a German title: "Dr. med. Patel". */
const FACULTY = /^(?:(?:med|phil|dent|habil)(?:\.\s*|\s+))+(?=\p{L})/iu;
/** Jobs and degrees that follow a name. */
const AFTER_NAME =
  /\s+(?:(?:(?:practice|ward|team|service|clinic)\s)?(?:manager|nurse|pharmacist|secretary|receptionist)\b|(?:consultant|psychiatrist|gp|doctor|registrar|locum|specialist|psychologist|general|community|clinical|senior|lead|partner|crisis|mental|duty|cmht|camhs|crht|crhtt)\b|(?:MRC|FRC|MBB?|BM|MD|PhD|BSc|MSc|DPhil|OBE|MBE|CBE)[A-Za-z]*\b).*$/i;
/** A place of work after a name: "Surgery", or "Park Surgery" and "crisis team" with the word before it. */
const WORKPLACE =
  /\s(?:\p{Lu}\S*\s(?=\p{Lu})|\p{Ll}\S*\s)?(?:[Ss](?:urgery|ervices?)|[Pp]ractice|[Hh]ospital|[Cc](?:linic|entre)|[Tt]eams?|[Dd]epartment|[Uu]nit)(?!\p{L}).*$/u;
/** The initials before a surname: "S. " of "S. Lee". */
const INITIALS = /^(?:\p{L}(?:\.|(?=\s))\s*)+(?=\p{L}{2}|\p{L}['’])/u;
const PARTICLE = /^(?:van|von|der|den|de|del|da|di|du|la|le|el|al|bin|ibn|bint|y|ten|ter)$/;
/** What belongs to a person, and not the person: "Dr Patel's secretary". */
export const POSSESSIVE = /\p{L}{2}['’]s?(?:\s|$)/u;

/** The title alone in its usual form: "Mr" of "mr. and mrs Jones". Undefined for anything else. */
export const titleAlone = (text: string): string | undefined =>
  ONLY_TITLE.test(text) ? TITLES[text.replace('.', '').toLowerCase()] : undefined;

/**
 * The name that a text begins with, if it has a title: each title in its usual form, no initials, jobs or
 * degrees, and capitals if it was typed all in small letters. Undefined if what follows the title is no name.
 */
export function titledName(text: string): string | undefined {
  const titles: string[] = [];
  let rest = text;
  for (let match = TITLED.exec(rest); match; match = TITLED.exec(rest)) {
    const title = TITLES[match[1]!.toLowerCase()]!;
    const before = titles.at(-1) ?? '';
    // A second title says that the first one was the job.
    if (before === title || JOB.test(before)) titles.pop();
    titles.push(title);
    rest = rest.slice(match[0].length).replace(FACULTY, '');
  }
  const title = titles.join(' ');
  const name = bareName(rest).replace(INITIALS, '');
  const [first = ''] = name.split(' ');
  const isJob = ROLE.test(first) && (JOB.test(title) || first === first.toLowerCase());
  if (title === '' || name === '' || isJob || NOT_A_NAME.test(first) || POSSESSIVE.test(name))
    return undefined;
  return `${title} ${withCapitals(name)}`;
}

/** The name without what follows it; the stop of a last initial remains. */
function bareName(text: string): string {
  const name = text
    .replace(/\s*[?!:*=@\p{Nd}].*$/u, '')
    .replace(AFTER_NAME, '')
    .replace(WORKPLACE, '');
  const end = /[.,;\s]+$/u.exec(name)?.[0] ?? '';
  const bare = name.slice(0, name.length - end.length);
  return end.startsWith('.') && /(?<!\p{L})\p{Lu}$/u.test(bare) ? `${bare}.` : bare;
}

/** The name with capitals if it was typed all in small letters. */
export const withCapitals = (name: string): string =>
  name === name.toLowerCase() ? name.split(' ').map(asName).join(' ') : name;

/** "O'Neill-Smith", "McDonald". "Mac" is left, as there are both Macdonalds and MacDonalds. */
const asName = (word: string): string =>
  PARTICLE.test(word)
    ? word
    : word
        .replace(/(?<=^|-|(?:^|-)\p{L}['’])\p{L}/gu, (letter) => letter.toUpperCase())
        .replace(/(?<=(?:^|-)Mc)\p{L}/gu, (letter) => letter.toUpperCase());
