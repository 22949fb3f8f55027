import type { Block, Source, Statement } from './document.ts';
import type { Voice } from './english/grammar.ts';
import { itemsOf, listItems, textParts, withColon, withStop } from './english/typed.ts';
import type { LeaveOutChoice, LeftOut } from './leave-out.ts';
import { fill, type Words } from './words.ts';

type Values = Readonly<Record<string, string>>;

/** Words for a letter. Those with a source can be left out. '' means nothing to say. */
export type Wording = string | Statement;

const statementsOf = (all: readonly Wording[]): readonly Statement[] =>
  all
    .map((wording) => (typeof wording === 'string' ? { text: wording } : wording))
    .filter(({ text }) => text !== '');

/** The answer that words come from. The key of a single answer is its field name. */
export const from = (question: string, key: string): Source => ({ question, key });

/** Makes blocks from a letter's words in one voice, without what is left out, and lists what can be. */
export class Composer {
  readonly #words: Words;
  readonly #voice: Voice;
  readonly #leftOut: LeftOut;
  /** Keys of lines that are left out, even if reworded since. */
  readonly #leftOutLines = new Set<string>();
  readonly #choices = new Map<string, LeaveOutChoice>();

  constructor(words: Words, voice: Voice, leftOut: LeftOut) {
    this.#words = words;
    this.#voice = voice;
    this.#leftOut = leftOut;
  }

  /** Everything that can be left out, in the letter's order. */
  get choices(): readonly LeaveOutChoice[] {
    return [...this.#choices.values()];
  }

  /** A named text with its places filled. */
  say(name: string, values?: Values): string {
    return fill(this.#wordsFor(name), this.#voice, values);
  }

  /** The same after the patient was named in the paragraph, so with pronouns. */
  sayAgain(name: string, values?: Values): string {
    return fill(
      this.#wordsFor(name)
        .replace(/\{name /g, '{I ')
        .replaceAll("{name's}", '{my}'),
      this.#voice,
      values,
    );
  }

  /** A named phrase for use inside a sentence. */
  phrase(name: string, values?: Values): string {
    return fill(this.#wordsFor(name), this.#voice, values, true);
  }

  isLeftOut({ key }: Source): boolean {
    return this.#leftOut.has(key) || this.#leftOutLines.has(key);
  }

  /** Words that come from an answer; '' if left out. Several texts of one source are one choice. */
  fromAnswer(text: string, source: Source): Wording {
    if (text === '') return '';
    const { question, key } = source;
    const before = this.#choices.get(key);
    const leftOut = this.isLeftOut(source);
    this.#choices.set(key, { key, question, text: before ? `${before.text} ${text}` : text, leftOut });
    return leftOut ? '' : { text, from: source };
  }

  /** A paragraph of the sentences that are not empty; no block if all are. */
  paragraph(...sentences: readonly Wording[]): readonly Block[] {
    const statements = statementsOf(sentences);
    return statements.length === 0 ? [] : [{ kind: 'paragraph', sentences: statements }];
  }

  /** A list of the items that are not empty, under its named lead; no block if all are. */
  list(lead: string, items: readonly Wording[]): readonly Block[] {
    const statements = statementsOf(items);
    return statements.length === 0 ? [] : [{ kind: 'list', intro: this.say(lead), items: statements }];
  }

  /** The lines that were typed into a list. Each can be left out by itself. */
  lines(question: string, field: string, quoted: readonly string[]): readonly Wording[] {
    return this.lineSources(question, field, quoted).map(({ text, source }) => this.fromAnswer(text, source));
  }

  /** The lines of a list with the source of each. */
  lineSources(
    question: string,
    field: string,
    typed: readonly string[],
  ): readonly { readonly text: string; readonly source: Source }[] {
    const lines = listItems(typed);
    return this.#leftOut.lines(field, lines).map(({ key, leftOut }, place) => {
      if (leftOut) this.#leftOutLines.add(key);
      return { text: lines[place]!, source: from(question, key) };
    });
  }

  /** A long text as typed: its paragraphs and lists. It is left out as a whole. */
  typed(text: string, source: Source): readonly Block[] {
    return textParts(text).flatMap((part): readonly Block[] => {
      if ('paragraph' in part) return this.paragraph(this.fromAnswer(withStop(part.paragraph), source));
      const items = statementsOf(part.items.map((item) => this.fromAnswer(item, source)));
      const intro = part.lead === '' ? '' : withColon(part.lead);
      return items.length === 0 ? [] : [{ kind: 'list', intro, items }];
    });
  }

  /** A long text under a named lead that suits both whole sentences and a few words. */
  quotedUnder(lead: string, text: string, source: Source): readonly Block[] {
    return this.list(
      lead,
      itemsOf(text).map((item) => this.fromAnswer(item, source)),
    );
  }

  #wordsFor(name: string): string {
    const text = this.#words[name];
    if (text === undefined)
      throw new Error(
        `no words for ${name}: content/letters needs "## ${name}", in this letter's file or shared.md`,
      );
    return text;
  }
}
