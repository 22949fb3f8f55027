/** Tidies the ends of what people type and never rewrites it. */

const withoutComma = (text: string): string => text.replace(/[\s,;]+$/u, '');

/** A line of an address: one space between words, and no comma at the end. */
export const envelopeLine = (line: string): string => withoutComma(line.split(/\s+/u).join(' '));

/** A name without a comma or full stop after it; the stop of an initial or of "Jr." stays. */
export const nameAsTyped = (name: string): string => envelopeLine(name).replace(/(?<=\p{L}{3})\.$/u, '');

/** The lines of a list without commas or semicolons at their ends. */
export const listItems = (lines: readonly string[]): readonly string[] =>
  lines.map(withoutComma).filter((line) => line !== '');

const ENDS = /[.!?…:।॥۔؟。！？][)\]"'”’»]*$/u;

/** The text with a final stop. A stop of any script, or a closing quote after one, is enough. */
export function withStop(text: string): string {
  if (ENDS.test(text)) return text;
  const bare = withoutComma(text);
  return ENDS.test(bare) ? bare : `${bare}.`;
}

/** The line that introduces a list, with a colon unless it already ends in a stop. */
export const withColon = (text: string): string => (ENDS.test(text) ? text : `${withoutComma(text)}:`);

/** Things on one line, with a semicolon after each that does not end in a stop. */
export const joinedBySemicolons = (things: readonly string[]): string =>
  things
    .map(withoutComma)
    .reduce((line, thing) => (line === '' ? thing : `${line}${ENDS.test(line) ? '' : ';'} ${thing}`), '');

/** The text without its final stop, for use inside one of our sentences. */
export const withoutStop = (text: string): string =>
  withoutComma(text)
    .replace(/(?<!\.)\.$/, '')
    .trimEnd();

const ITEM = /^(?:•|\(?\p{Nd}{1,2}[.)])\s+/u;

/** A part of a long text: a paragraph, or a list with the line that introduces it. */
export type TextPart =
  { readonly paragraph: string } | { readonly lead: string; readonly items: readonly string[] };

/** The paragraphs and lists of a long text, in which every list item already has its own line. */
export function textParts(text: string): readonly TextPart[] {
  return text.split('\n\n').flatMap((part): TextPart[] => {
    const lines = part.split('\n').filter((line) => line !== '');
    const first = lines.findIndex((line) => ITEM.test(line));
    if (first < 0) return lines.length > 0 ? [{ paragraph: lines.join(' ') }] : [];
    const before = lines.slice(0, first).join(' ');
    const items = lines.slice(first).map((line) => line.replace(/^•\s+/, ''));
    return [{ lead: before, items: listItems(items) }];
  });
}

/** The same as items of one list. */
export const itemsOf = (text: string): readonly string[] =>
  textParts(text).flatMap((part) =>
    'paragraph' in part ? [part.paragraph] : [...(part.lead ? [part.lead] : []), ...part.items],
  );

/**
 * A known word or measure with a small first letter, for use inside a sentence: "Since 2019" as "since 2019".
 * @returns undefined for a word in capitals, which would look like shouting
 */
export function insideSentence(text: string): string | undefined {
  if (/^\p{Lu}{2}/u.test(text)) return undefined;
  return text.charAt(0).toLowerCase() + text.slice(1);
}
