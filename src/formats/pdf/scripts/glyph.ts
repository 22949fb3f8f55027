/** A glyph as it is drawn. Lengths are in ems; `text` is what a reader, a search or a copy gets for it. */
export interface Glyph {
  readonly id: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
  readonly text: string;
  /** Whether it adds nothing to the words, as the dots of an Arabic letter that are drawn by themselves. */
  readonly silent: boolean;
  /** Offset in the text of the cluster that the glyph belongs to. */
  readonly cluster: number;
}
