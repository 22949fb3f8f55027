import type { Block } from './document.ts';
import type { Voice } from './english/grammar.ts';
import { linesOf, withoutStop, withStop } from './english/typed.ts';
import { fill, type Words } from './words.ts';

type Values = Readonly<Record<string, string>>;

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
  paragraph(...sentences: readonly string[]): Block[] {
    const text = sentences.filter((sentence) => sentence !== '').join(' ');
    return text === '' ? [] : [{ kind: 'paragraph', text }];
  }

  /**
   * What somebody typed, as its paragraphs, after the named words that lead into it.
   * @param before sentences for the same paragraph, which are said where nothing was typed too
   */
  typed(text: string, lead?: string, before: readonly string[] = []): Block[] {
    const [first, ...others] = linesOf(text);
    if (first === undefined) return this.paragraph(...before);
    return [
      ...this.paragraph(...before, lead === undefined ? '' : this.say(lead), withStop(first)),
      ...others.flatMap((other) => this.paragraph(withStop(other))),
    ];
  }

  /**
   * A list with its intro `<name>`; a single item is a sentence of its own, `<name>-one`, with a place {it}.
   * @param before a sentence for the same paragraph, there or not
   */
  list(name: string, items: readonly string[], before = ''): Block[] {
    const [first, ...others] = items;
    if (first === undefined) return this.paragraph(before);
    if (others.length === 0) return this.paragraph(before, this.tell(`${name}-one`, first));
    const intro = this.say(name);
    return [{ kind: 'list', intro: before === '' ? intro : `${before} ${intro}`, items }];
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
