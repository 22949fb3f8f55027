import { isBulleted, isListed, withoutBullet } from './bullets.ts';

/** The lines of a text, without outer space. */
export const trimmedLines = (text: string): readonly string[] => text.split('\n').map((one) => one.trim());

/** A text on one line: a line end inside it is a space. */
export const onOneLine = (text: string): string =>
  trimmedLines(text)
    .filter((one) => one !== '')
    .join(' ');

/**
 * Paragraphs, which empty lines part. A line end inside one is a space; but where a list was typed each of its lines
 * stays a line, with "•" for any bullet.
 */
export function inParagraphs(text: string): string {
  const lines = trimmedLines(text);
  // One line with a bullet is no list.
  const hasList = lines.filter((line) => isListed(line) && withoutBullet(line) !== '').length > 1;
  const read: string[] = [];
  let last: 'item' | 'text' | undefined;
  for (const line of lines) {
    const isItem = hasList && isListed(line);
    // A number may be one of the text; and of a list it says the order.
    const bare = isBulleted(line) ? withoutBullet(line) : line;
    if (line === '') last = undefined;
    if (bare === '') continue;
    // After an item, a small letter goes on with it.
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
