/** A glyph to draw. Lengths are in ems; `text` is what screen readers, search and copying get for it. */
export interface Glyph {
  readonly id: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
  readonly text: string;
  /** Whether it adds nothing to the words, like the dots of an Arabic letter that are drawn by themselves. */
  readonly silent: boolean;
  /** The offset in the text of the cluster that the glyph belongs to. */
  readonly cluster: number;
}
