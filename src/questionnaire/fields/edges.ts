/** The text without the given characters around it. */
export function withoutEdges(text: string, before: string, after = before): string {
  let from = 0;
  let to = text.length;
  while (from < to && before.includes(text.charAt(from))) from++;
  while (to > from && after.includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}
