import PDFDocument from 'pdfkit';
import type { Face } from './scripts/faces.ts';
import { type CodedGlyph, round, showGlyphs } from './operators.ts';
import type { Glyph } from './scripts/glyph.ts';
import { PAGE } from './layout/style.ts';
import type { RawDocument, RawElement, RawFont } from './raw-pdfkit.ts';

/*
 * The only file that knows pdfkit and, through raw-pdfkit.ts, the private fields that we rely on. pdfkit is
 * pinned exactly, and the tests read every letter back with pdf.js, so a version that moves them is noticed.
 */

/** The metadata of the file, without any user input. */
export interface FileMetadata {
  readonly title: string;
  readonly service: string;
  readonly created: Date;
}

/** A font of this document, with a code for each pair of a glyph and its text. */
interface EmbeddedFace {
  readonly raw: RawFont;
  readonly codes: Map<string, number>[];
}

export type Element = RawElement;

const escapeXml = (text: string) =>
  text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? '');

/** A tagged PDF/UA file that is drawn glyph by glyph. Positions are points from the top left corner. */
export class PdfFile {
  readonly #doc: RawDocument;
  readonly #faces = new Map<string, EmbeddedFace>();
  readonly #chunks: Buffer[] = [];
  readonly #finished: Promise<Buffer>;

  constructor(metadata: FileMetadata) {
    const info = {
      Title: metadata.title,
      Creator: metadata.service,
      Producer: metadata.service,
      CreationDate: metadata.created,
    };
    const options = {
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      font: null,
      pdfVersion: '1.7',
      tagged: true,
      subset: 'PDF/UA',
      lang: 'en-GB',
      displayTitle: true,
      info,
    };
    this.#doc = new PDFDocument(options as never) as unknown as RawDocument;
    // A string still claims PDF/UA but makes pdfkit leave out its incomplete list of glyphs.
    this.#doc.subset = '1';
    this.#escapeMetadata();
    this.#finished = new Promise((resolve, reject) => {
      this.#doc.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
      this.#doc.on('end', () => resolve(Buffer.concat(this.#chunks)));
      this.#doc.on('error', reject);
    });
  }

  addPage(): void {
    this.#doc.addPage();
  }

  /** A structure element under a parent, or the root of the tree without one. */
  element(tag: string, parent?: Element): Element {
    const element = this.#doc.struct(tag);
    if (tag === 'L') element.dictionary.data['A'] = { O: 'List', ListNumbering: 'Disc' };
    if (parent === undefined) this.#doc.addStructure(element);
    else parent.add(element);
    return element;
  }

  /** Marks what `draw` draws as content of the element. */
  tagged(element: Element, tag: string, draw: () => void): void {
    const content = this.#doc.markStructureContent(tag);
    draw();
    this.#doc.endMarkedContent();
    element.add(content);
  }

  /** Marks what `draw` draws as not part of the letter's text: page numbers, lines to write on. */
  artifact(type: 'Pagination' | 'Layout', draw: () => void): void {
    this.#doc.markContent('Artifact', { type });
    draw();
    this.#doc.endMarkedContent();
  }

  /** Draws glyphs of one face from left to right; `y` is the baseline. */
  glyphs(face: Face, size: number, x: number, y: number, glyphs: readonly Glyph[]): void {
    const embedded = this.#embed(face);
    const { raw } = embedded;
    const points = size * face.scale;
    this.#doc.page.fonts[raw.id] ??= raw.ref();
    const coded = glyphs.map((glyph): CodedGlyph => {
      const code = this.#code(embedded, face, glyph);
      return { glyph, code, width: raw.widths[code] ?? 0 };
    });
    // pdfkit flips the page to draw from the top left. Text is flipped back, or it would be upside down.
    const place = `1 0 0 -1 0 ${PAGE.height} cm BT /${raw.id} ${points} Tf 1 0 0 1 ${round(x)} ${round(PAGE.height - y)} Tm`;
    this.#doc.addContent(`q ${place} ${showGlyphs(coded, points, face.scale)} ET Q`);
  }

  /** A thin horizontal line. */
  rule(from: number, to: number, y: number): void {
    this.#doc.addContent(`q 0.75 w ${round(from)} ${round(y)} m ${round(to)} ${round(y)} l S Q`);
  }

  /** Ends the tree and the file. */
  async finish(root: Element): Promise<Buffer> {
    root.end();
    this.#doc.end();
    return this.#finished;
  }

  /** pdfkit writes the metadata into the XML unescaped, so they are escaped once the plain values are written. */
  #escapeMetadata(): void {
    const doc = this.#doc;
    const endMetadata = doc.endMetadata.bind(doc);
    doc.endMetadata = () => {
      for (const [key, value] of Object.entries(doc.info)) {
        if (typeof value === 'string') doc.info[key] = escapeXml(value);
      }
      endMetadata();
    };
  }

  #embed(face: Face): EmbeddedFace {
    const known = this.#faces.get(face.key);
    if (known !== undefined) return known;
    this.#doc.font(face.embeddable);
    const raw = this.#doc._font;
    // The missing glyph would be extracted as U+0000, which is not allowed in text.
    raw.unicode[0] = [0xfffd];
    const embedded = { raw, codes: [] };
    this.#faces.set(face.key, embedded);
    return embedded;
  }

  /** A glyph with two texts (n for "n", and within "ń") gets two codes, so that each is extracted right. */
  #code({ raw, codes }: EmbeddedFace, face: Face, { id, text }: Glyph): number {
    const ofGlyph = (codes[id] ??= new Map());
    const known = ofGlyph.get(text);
    if (known !== undefined) return known;
    if (ofGlyph.size === 0 && id !== 0) raw.subset.includeGlyph(id);
    else raw.subset.glyphs.push(id);
    const code = raw.subset.glyphs.length - 1;
    raw.widths[code] = (face.shaper.glyphHAdvance(id) * 1000) / face.unitsPerEm;
    raw.unicode[code] = Array.from(text, (character) => character.codePointAt(0) ?? 0xfffd);
    ofGlyph.set(text, code);
    return code;
  }
}
