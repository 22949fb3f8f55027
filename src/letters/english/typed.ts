/** What people type, tidied at its ends alone: never rewritten. */

const withoutComma = (text: string): string => text.replace(/[\s,;]+$/u, '');

/** A line of an envelope: one space between its words, and no comma at its end. */
export const envelopeLine = (line: string): string => withoutComma(line.split(/\s+/u).join(' '));

/** A name without a comma or full stop after it; the stop of an initial or of "Jr." stays. */
export const nameAsTyped = (name: string): string => envelopeLine(name).replace(/(?<=\p{L}{3})\.$/u, '');

/** The lines of a list without the commas that people part them with. */
export const listItems = (lines: readonly string[]): readonly string[] =>
  lines.map(withoutComma).filter((line) => line !== '');

const ENDS = /[.!?…:।॥۔؟。！？][)\]"'”’»]*$/u;

/** The text with the stop that a sentence ends with; a stop of any script, or a closing quote after one, is enough. */
export function withStop(text: string): string {
  if (ENDS.test(text)) return text;
  const bare = withoutComma(text);
  return ENDS.test(bare) ? bare : `${bare}.`;
}

/** The line that leads into a list: with a colon where it has no end of its own. */
export const withColon = (text: string): string => (ENDS.test(text) ? text : `${withoutComma(text)}:`);

/** Things on one line: a semicolon parts them, where the first does not end as a sentence. */
export const onOneLine = (things: readonly string[]): string =>
  things
    .map(withoutComma)
    .reduce((line, thing) => (line === '' ? thing : `${line}${ENDS.test(line) ? '' : ';'} ${thing}`), '');

/** The text as it is written inside a sentence of ours: without its own final stop. */
export const withoutStop = (text: string): string =>
  withoutComma(text)
    .replace(/(?<!\.)\.$/, '')
    .trimEnd();

const ITEM = /^(?:•|\(?\p{Nd}{1,2}[.)])\s+/u;

/** A piece of a long text: a paragraph, or a list with the line that leads into it. */
export type Piece =
  { readonly paragraph: string } | { readonly lead: string; readonly items: readonly string[] };

/** The paragraphs and lists that a long text has. Reading it has put each item of a list on a line of its own. */
export function piecesOf(text: string): readonly Piece[] {
  return text.split('\n\n').flatMap((part): Piece[] => {
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
  piecesOf(text).flatMap((piece) =>
    'paragraph' in piece ? [piece.paragraph] : [...(piece.lead ? [piece.lead] : []), ...piece.items],
  );

/**
 * A known word or measure that begins with a capital, as it is written inside a sentence: "Since 2019" as "since 2019".
 * @returns nothing for a word in capitals, which would shout there
 */
export function insideSentence(text: string): string | undefined {
  if (/^\p{Lu}{2}/u.test(text)) return undefined;
  return text.charAt(0).toLowerCase() + text.slice(1);
}
