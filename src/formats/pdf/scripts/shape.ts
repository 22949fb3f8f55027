import * as hb from 'harfbuzzjs';
import type { Coverage } from './coverage.ts';
import type { Face, Faces } from './faces.ts';
import { BASE, type Weight } from './font-files.ts';
import type { Glyph } from './glyph.ts';
import { glyphTexts, NOTHING, tellByBlank } from './glyph-texts.ts';
import { type BaseDirection, type Run, splitRuns } from './runs.ts';

export interface ShapedRun {
  readonly start: number;
  readonly end: number;
  readonly level: number;
  readonly face: Face;
  /** From left to right as drawn, in either direction. */
  readonly glyphs: readonly Glyph[];
}

export interface ShapedText {
  readonly text: string;
  readonly rtl: boolean;
  /** In logical order. */
  readonly runs: readonly ShapedRun[];
  /** `edges[i]` is the length of the text before offset i, in ems; one longer than the text. */
  readonly edges: Float64Array;
  /** Whether a line may be cut before offset i without cutting a character. */
  readonly boundaries: Uint8Array;
}

/** The fonts for all texts of a letter. */
export interface Setting {
  readonly faces: Faces;
  readonly coverage: Coverage;
}

/** Replaces a character that cannot be printed. */
const REPLACEMENT = '\ufffd';
/** "fi" as one shape is harder to read and has no advantage in a letter. */
const NO_LIGATURES = [new hb.Feature('liga', 0), new hb.Feature('clig', 0)];

/** One buffer for all: shaping is synchronous, and a new buffer costs more than shaping a word. */
const buffer = new hb.Buffer();

function shapeGlyphs(face: Face, text: string, rtl: boolean) {
  buffer.reset();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(rtl ? hb.Direction.RTL : hb.Direction.LTR);
  hb.shape(face.shaper, buffer, face.family === BASE ? NO_LIGATURES : []);
  return { infos: buffer.getGlyphInfos(), positions: buffer.getGlyphPositions() };
}

function shapeRun(text: string, run: Run, face: Face): ShapedRun {
  const words = text.slice(run.start, run.end);
  const rtl = run.level % 2 === 1;
  const { infos, positions } = shapeGlyphs(face, run.replaced ? REPLACEMENT : words, rtl);
  const placed = infos.map(({ cluster }, i) => ({ cluster, advance: positions[i]?.xAdvance ?? 0 }));
  const texts = run.replaced ? [words] : glyphTexts(words, placed, rtl, face.blank !== undefined);
  const em = face.unitsPerEm / face.scale;
  const glyphs = infos.map((info, i): Glyph => {
    const at = positions[i];
    const said = texts[i] ?? NOTHING;
    return {
      id: info.codepoint,
      advance: (at?.xAdvance ?? 0) / em,
      dx: (at?.xOffset ?? 0) / em,
      dy: (at?.yOffset ?? 0) / em,
      text: said,
      silent: said === NOTHING,
      cluster: run.start + info.cluster,
    };
  });
  const told = rtl || run.replaced ? glyphs : glyphs.flatMap((glyph) => tellByBlank(glyph, face.blank));
  return { start: run.start, end: run.end, level: run.level, face, glyphs: told };
}

/**
 * Turns a text into glyphs with their positions.
 * @param text a safe text, not empty
 * @param direction how to find the direction of the whole text
 * @param isolated the space-separated parts of the text, none of which may reorder another
 */
export function shapeText(
  text: string,
  weight: Weight,
  direction: BaseDirection,
  setting: Setting,
  isolated: readonly string[] = [text],
): ShapedText {
  const { runs, rtl } = splitRuns(isolated, direction, setting.coverage);
  const shaped = runs.map((run) => shapeRun(text, run, setting.faces.face(run.family, weight)));
  const edges = new Float64Array(text.length + 1);
  const boundaries = new Uint8Array(text.length + 1);
  boundaries[text.length] = 1;
  for (const { glyphs } of shaped) {
    for (const glyph of glyphs) {
      edges[glyph.cluster + 1] = (edges[glyph.cluster + 1] ?? 0) + glyph.advance;
      boundaries[glyph.cluster] = 1;
    }
  }
  for (let i = 1; i < edges.length; i++) edges[i] = (edges[i] ?? 0) + (edges[i - 1] ?? 0);
  return { text, rtl, runs: shaped, edges, boundaries };
}
