/**
 * What a person leaves out of their letters, under keys that name the answer and not the letter's wording:
 * - `unwell-for` for a single answer, with any text;
 * - `problem-areas:sleep` for a choice;
 * - `problems#2/3:selfharm` for a line of a list: its place, the number of lines, and its letters and digits.
 * A key does not name the letter, so it counts for every letter that uses the answer.
 */

/** One thing that can be left out, with the letter's words for it. */
export interface LeaveOutChoice {
  readonly key: string;
  /** The slug of the question where it can be changed. */
  readonly question: string;
  readonly text: string;
  readonly leftOut: boolean;
}

const LONGEST_MARK = 80;
const LINE_KEY = /^(?<field>[a-z-]+)#(?<place>\d{1,2})\/(?<count>\d{1,2}):(?<mark>.*)$/u;

/** The letters and digits of a line, in small letters: "Self-harm" and "self harm" are the same. */
function markOf(line: string): string {
  const marks = line.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  return [...marks].slice(0, LONGEST_MARK).join('');
}

/** The key of a line of a list. */
const lineKey = (field: string, place: number, count: number, line: string): string =>
  `${field}#${place + 1}/${count}:${markOf(line)}`;

interface LeftOutLine {
  readonly place: number;
  readonly count: number;
  readonly mark: string;
}

/** The stored keys of what is left out, matched with the answers as they are now. */
export class LeftOut {
  readonly #keys: ReadonlySet<string>;

  constructor(keys: Iterable<string>) {
    this.#keys = new Set(keys);
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  /**
   * The keys of a list's lines, and which are left out. A stored line matches the line with the same letters,
   * or else the most similar line, or else the line in its place if the number of lines is the same. In doubt
   * a line stays out, and the person sees it ticked.
   */
  lines(
    field: string,
    lines: readonly string[],
  ): readonly { readonly key: string; readonly leftOut: boolean }[] {
    const marks = lines.map(markOf);
    const out = new Set<number>();
    const free = () => marks.map((_, place) => place).filter((place) => !out.has(place));
    let waiting = this.#leftOutLines(field);
    const match = (find: (line: LeftOutLine) => number | undefined) => {
      waiting = waiting.filter((line) => {
        const place = find(line);
        if (place !== undefined) out.add(place);
        return place === undefined;
      });
    };
    match(({ mark, place }) => {
      const same = free().filter((one) => marks[one] === mark);
      return same.includes(place) ? place : same[0];
    });
    match(({ mark }) => {
      const similar = free()
        .map((place) => ({ place, similarity: similarityOf(marks[place]!, mark) }))
        .filter(({ similarity }) => similarity >= MIN_SIMILARITY)
        .sort((a, b) => b.similarity - a.similarity);
      return similar[0]?.place;
    });
    match(({ place, count }) => (count === lines.length && free().includes(place) ? place : undefined));
    return lines.map((line, place) => ({
      key: lineKey(field, place, lines.length, line),
      leftOut: out.has(place),
    }));
  }

  #leftOutLines(field: string): LeftOutLine[] {
    return [...this.#keys].flatMap((key) => {
      const { groups } = LINE_KEY.exec(key) ?? {};
      if (groups?.field !== field) return [];
      return [{ place: Number(groups.place) - 1, count: Number(groups.count), mark: groups.mark! }];
    });
  }
}

const MIN_SIMILARITY = 0.6;

/** The share of letter pairs that two texts have in common, from 0 to 1 (Dice's coefficient). */
function similarityOf(one: string, other: string): number {
  const pairsOf = (text: string) =>
    new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));
  const [a, b] = [one, other].map((text) => (text.length < 2 ? new Set([text]) : pairsOf(text))) as [
    Set<string>,
    Set<string>,
  ];
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
}

/** Whether a key is for something in a letter. A line's words may have changed since its page was made. */
export const isChoice = (key: string, choices: readonly LeaveOutChoice[]): boolean =>
  choices.some((choice) => choice.key === key) || listsIn(choices).has(listOf(key) ?? '');

const listOf = (key: string): string | undefined => LINE_KEY.exec(key)?.groups?.field;
const listsIn = (choices: readonly LeaveOutChoice[]) =>
  new Set(choices.flatMap(({ key }) => listOf(key) ?? []));

/**
 * The keys to store once a letter's choices were submitted: the ticked ones of this letter, and the stored
 * ones of other letters.
 * @param kept the keys so far
 * @param choices what this letter says, left out or not
 * @param sent the keys that were ticked; any that is not a choice of this letter is ignored
 */
export function leftOutAfter(
  kept: readonly string[],
  choices: readonly LeaveOutChoice[],
  sent: readonly string[],
): readonly string[] {
  const ofOthers = kept.filter((key) => !isChoice(key, choices));
  return [...ofOthers, ...new Set(sent.filter((key) => isChoice(key, choices)))];
}
