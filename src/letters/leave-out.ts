/**
 * What a person leaves out of their letters, kept under keys that name the answer and not the letter's wording:
 * - `unwell-for` for a single answer, whatever is typed there;
 * - `problem-areas:sleep` for a choice;
 * - `problems#2/3:selfharm` for a line of a list: its place among how many lines, and its letters and digits.
 * A key does not name the letter, so it counts for every letter that tells the answer.
 */

/** One thing that can be left out, with what the letter says of it. */
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

/** The keys that a person's journey keeps, asked about the answers as they are now. */
export class LeftOut {
  readonly #keys: ReadonlySet<string>;

  constructor(keys: Iterable<string>) {
    this.#keys = new Set(keys);
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  /**
   * The keys of a list's lines, and which are left out. A line is the one that was left out where its letters are the
   * same; else where it is much like it; else where as many lines are there as were and it has its place. In doubt a
   * line stays out, where the person sees it ticked, rather than in the letter.
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
      const alike = free()
        .map((place) => ({ place, likeness: likenessOf(marks[place]!, mark) }))
        .filter(({ likeness }) => likeness >= MUCH_ALIKE)
        .sort((a, b) => b.likeness - a.likeness);
      return alike[0]?.place;
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

const MUCH_ALIKE = 0.6;

/** How much of their pairs of letters two texts share, from 0 to 1 (Dice's coefficient). */
function likenessOf(one: string, other: string): number {
  const pairsOf = (text: string) =>
    new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));
  const [a, b] = [one, other].map((text) => (text.length < 2 ? new Set([text]) : pairsOf(text))) as [
    Set<string>,
    Set<string>,
  ];
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
}

/** Whether a key is of something that a letter tells; a line may be worded anew since its page was made. */
export const isChoice = (key: string, choices: readonly LeaveOutChoice[]): boolean =>
  choices.some((choice) => choice.key === key) || listsIn(choices).has(listOf(key) ?? '');

const listOf = (key: string): string | undefined => LINE_KEY.exec(key)?.groups?.field;
const listsIn = (choices: readonly LeaveOutChoice[]) =>
  new Set(choices.flatMap(({ key }) => listOf(key) ?? []));

/**
 * The keys to keep once a letter's choices were sent: those that were sent of what this letter tells, and those that
 * were kept of what other letters tell.
 * @param kept the keys so far
 * @param choices what this letter tells, left out or not
 * @param sent the keys that were ticked; any that is no choice of this letter is ignored
 */
export function leftOutAfter(
  kept: readonly string[],
  choices: readonly LeaveOutChoice[],
  sent: readonly string[],
): readonly string[] {
  const ofOthers = kept.filter((key) => !isChoice(key, choices));
  return [...ofOthers, ...new Set(sent.filter((key) => isChoice(key, choices)))];
}
