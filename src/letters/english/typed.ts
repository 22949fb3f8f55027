/** What people type, tidied at its ends alone: never rewritten, and never another case. */

const SAYS_NOTHING =
  /^(?:n ?\/ ?a|not applicable|not sure|unsure|not known|unknown|don['’]?t know|do not know|i don['’]?t know|[-–—?.]+)\.?$/i;
const SAYS_NONE = /^(?:no|none|nil|nothing)\.?$/i;

/** The text, or '' for what only fills a field ("n/a", "not sure"): a letter has no use for it. */
export const known = (text: string): string => (SAYS_NOTHING.test(text) ? '' : text);

/** The text, or '' where it says that there is nothing to tell ("none"): as a sentence of the letter it would puzzle. */
export const told = (text: string): string => (saysNone(text) ? '' : known(text));

/** Whether the text says "none". */
export const saysNone = (text: string): boolean => SAYS_NONE.test(text);

/** The lines of a list, without the hyphens, bullets and commas that people part them with. */
export const listItems = (lines: readonly string[]): string[] =>
  lines.map((line) => told(withoutComma(withoutBullet(line)))).filter((line) => line !== '');

/** A line without the bullet that somebody began it with. */
export const withoutBullet = (line: string): string => line.replace(/^[-–—•·*]\s+/, '');

/** A name without a comma or full stop after it; the stop of an initial or of "Jr." stays. */
export const nameAsTyped = (name: string): string => withoutComma(name).replace(/(?<=\p{L}{3})\.$/u, '');

/** The lines that a text has, without outer space. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const withoutComma = (text: string): string => text.replace(/[\s,;]+$/u, '');

const ENDS = /[.!?…:।॥۔؟。！？][)\]"'”’»]*$/u;

/** The text with the stop that a sentence ends with; a stop of any script, or a closing quote after one, is enough. */
export function withStop(text: string): string {
  if (ENDS.test(text)) return text;
  const bare = withoutComma(text);
  return ENDS.test(bare) ? bare : `${bare}.`;
}

/** The text as it stands inside a sentence of ours: without its own final stop. */
export const withoutStop = (text: string): string =>
  withoutComma(text)
    .replace(/(?<!\.)\.$/, '')
    .trimEnd();

const SEVERAL_SENTENCES = /[.!?…:;]\s|\n|[!?]$/;
const HAS_A_CLAUSE =
  /^(?:i|he|she|they|it|we|you|my|this|that|there|not|no|on|currently|now|at the moment|see|same|various|doctor|the doctor|possibly|maybe|probably)\b|\b(?:is|was|were|been|has|had|have|took|takes?|taking|told|said|says|diagnosed|prescribed|started|stopped|changed|thinks?|called)\b/i;
const LONGEST_NAME = 120;

/**
 * Whether the text is only the name of a thing ("sertraline 50 mg once a day"), so that it can stand inside a
 * sentence of ours; what has a verb or several sentences stands after a colon instead.
 */
export function isOnlyAName(text: string): boolean {
  const bare = withoutStop(text);
  return bare.length <= LONGEST_NAME && !SEVERAL_SENTENCES.test(bare) && !HAS_A_CLAUSE.test(bare);
}
