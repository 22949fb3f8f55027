/* Types for the private fields of pdfkit that backend.ts relies on, which pdfkit's own types leave out. */

export interface RawFont {
  readonly id: string;
  readonly subset: { readonly glyphs: number[]; includeGlyph(id: number): number };
  readonly widths: number[];
  /** The text of each glyph of the subset, as code points. */
  readonly unicode: (readonly number[])[];
  ref(): unknown;
}

export interface RawElement {
  readonly dictionary: { readonly data: Record<string, unknown> };
  add(child: RawElement | RawContent): RawElement;
  end(): void;
}

export interface RawContent {
  readonly refs: readonly unknown[];
}

export interface RawDocument extends NodeJS.ReadableStream {
  readonly page: { readonly fonts: Record<string, unknown> };
  readonly _font: RawFont;
  subset: number | string;
  readonly info: Record<string, unknown>;
  endMetadata(): void;
  font(source: unknown): void;
  addPage(): void;
  addContent(operators: string): void;
  struct(tag: string): RawElement;
  addStructure(element: RawElement): void;
  markContent(tag: 'Artifact', options: { type: 'Pagination' | 'Layout' }): void;
  markStructureContent(tag: string): RawContent;
  endMarkedContent(): void;
  end(): void;
}
