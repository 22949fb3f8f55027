import type { Block, Source, Statement } from './document.ts';
import type { Voice } from './english/grammar.ts';
import { linesOf, withoutStop, withStop } from './english/typed.ts';
import { fill, type Words } from './words.ts';

type Values = Readonly<Record<string, string>>;

/** Words for a letter: of a source, so that they can be left out, or without one. '' is nothing to say. */
export type Said = string | Statement;

const statementsOf = (all: readonly Said[]): readonly Statement[] =>
  all.map((said) => (typeof said === 'string' ? { text: said } : said)).filter(({ text }) => text !== '');

/** Words with the answer that they come from. */
export const said = (text: string, from: Source): Statement => ({ text, from });

/** Makes blocks from a letter's words in one voice, and keeps account of its sentences of feeling. */
export class Composer {
  readonly #words: Words;
  readonly #voice: Voice;
  readonly #leftOut: ReadonlySet<string>;
  readonly #feelings = new Map<string, string>();

  constructor(words: Words, voice: Voice, leftOut: ReadonlySet<string>) {
    this.#words = words;
    this.#voice = voice;
    this.#leftOut = leftOut;
  }

  /** The sentences of feeling that this letter has or could have, by name: each may be left out. */
  get feelings(): ReadonlyMap<string, string> {
    return this.#feelings;
  }

  /** A named text, its places filled. */
  say(name: string, values?: Values): string {
    return fill(this.#wordsFor(name), this.#voice, values);
  }

  /** A named part of a sentence, which stands inside another. */
  phrase(name: string, values?: Values): string {
    return fill(this.#wordsFor(name), this.#voice, values, true);
  }

  /** A named sentence that ends in what somebody typed, at {it}; nothing where that is ''. */
  tell(name: string, it: string): string {
    return it === '' ? '' : withStop(this.say(name, { it: withoutStop(it) }));
  }

  /** A sentence that tells a feeling or an opinion which nobody was asked for: said unless it was left out. */
  feel(name: string): string {
    const sentence = this.say(name);
    this.#feelings.set(name, sentence);
    return this.#leftOut.has(name) ? '' : sentence;
  }

  /** A paragraph of the sentences that there are; nothing where there is none. */
  paragraph(...sentences: readonly Said[]): Block[] {
    const told = statementsOf(sentences);
    return told.length === 0 ? [] : [{ kind: 'paragraph', sentences: told }];
  }

  /**
   * What somebody typed, as its paragraphs, after the named words that lead into it.
   * @param lead the name of those words; '' for none
   * @param before sentences for the same paragraph, which are said where nothing was typed too
   * @param from the answer that was typed: lead and words are left out together
   */
  typed(text: string, lead = '', before: readonly Said[] = [], from?: Source): Block[] {
    const [first, ...others] = linesOf(text);
    if (first === undefined) return this.paragraph(...before);
    const told = (words: string): Said => (from === undefined ? words : said(words, from));
    const opening = withStop(first);
    return [
      ...this.paragraph(...before, told(lead === '' ? opening : `${this.say(lead)} ${opening}`)),
      ...others.flatMap((other) => this.paragraph(told(withStop(other)))),
    ];
  }

  /**
   * A list with its intro `<name>`; a single item is a sentence of its own, `<name>-one`, with a place {it}.
   * @param before a sentence that leads to it, in a paragraph of its own where there are more items
   */
  list(name: string, items: readonly Said[], before: Said = ''): Block[] {
    const told = statementsOf(items);
    const [first, ...others] = told;
    if (first === undefined) return this.paragraph(before);
    if (others.length === 0)
      return this.paragraph(before, { ...first, text: this.tell(`${name}-one`, first.text) });
    return [...this.paragraph(before), { kind: 'list', intro: this.say(name), items: told }];
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
