import { isBulleted, isListed, withoutBullet } from './bullets.ts';

/** The lines of a text, without outer space. */
export const trimmedLines = (text: string): readonly string[] => text.split('\n').map((one) => one.trim());

/** The text on one line, with line ends as spaces. */
export const onOneLine = (text: string): string =>
  trimmedLines(text)
    .filter((one) => one !== '')
    .join(' ');

/**
 * Paragraphs, separated by empty lines. A line end inside one becomes a space, but each line of a list stays
 * a line, with "•" for any bullet.
 */
export function inParagraphs(text: string): string {
  const lines = trimmedLines(text);
  // One line with a bullet is not a list.
  const hasList = lines.filter((line) => isListed(line) && withoutBullet(line) !== '').length > 1;
  const read: string[] = [];
  let last: 'item' | 'text' | undefined;
  for (const line of lines) {
    const isItem = hasList && isListed(line);
    // Numbers stay: one may belong to the text, and in a list it gives the order.
    const bare = isBulleted(line) ? withoutBullet(line) : line;
    if (line === '') last = undefined;
    if (bare === '') continue;
    // A line that begins with a small letter continues the item before it.
    if (!isItem && (last === 'text' || (last === 'item' && /^\p{Ll}/u.test(bare)))) {
      read.push(`${read.pop()} ${bare}`);
      continue;
    }
    if (last === undefined && read.length > 0) read.push('');
    read.push(isItem && isBulleted(line) ? `• ${bare}` : bare);
    last = isItem ? 'item' : 'text';
  }
  return read.join('\n');
}
