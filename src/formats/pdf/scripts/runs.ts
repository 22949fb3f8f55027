import bidiFactory from 'bidi-js';
import { noBreakSpans } from '../../no-break-spans.ts';
import { isRightToLeft } from '../../safe-text.ts';
import { type Coverage, graphemes } from './coverage.ts';
import { BASE, type Family } from './font-files.ts';

/** A piece of text in one face, script and direction. Offsets are in UTF-16 units. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly family: Family;
  /** Embedding level of the bidirectional algorithm: odd is right to left. */
  readonly level: number;
  /** Whether no face has these characters, so that a mark replaces each. */
  readonly replaced: boolean;
}

/** "first-strong" takes the direction of the first letter. Names and addresses stay left to right. */
export type BaseDirection = 'ltr' | 'first-strong';

export interface RunList {
  readonly runs: readonly Run[];
  readonly rtl: boolean;
}

// The package's types describe an ES module, but Node loads CommonJS, whose default is the function itself.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f]|[\ud802\ud803\ud83a\ud83b]/;
const SPACE = /^\s+$/;

/** Each script has its own kerning, so a Greek word in an English line is a separate run. */
function scriptOf(cluster: string): 'Greek' | 'Cyrillic' | undefined {
  if (/^\p{Script=Greek}/u.test(cluster)) return 'Greek';
  return /^\p{Script=Cyrillic}/u.test(cluster) ? 'Cyrillic' : undefined;
}

interface Levels {
  readonly levels: ArrayLike<number>;
  readonly rtl: boolean;
}

const isolate = (text: string) => `\u2068${text}\u2069`;

/** Keeps the order of a dose or a date among right-to-left words: "50 mg", not "mg 50". */
function withWholesIsolated(text: string): string {
  let isolated = '';
  let done = 0;
  for (const { start, end } of noBreakSpans(text)) {
    isolated += text.slice(done, start) + isolate(text.slice(start, end));
    done = end;
  }
  return isolated + text.slice(done);
}

/** The embedding level of each character. FSI and PDI isolate parts, and are removed afterwards. */
function embeddingLevels(texts: readonly string[], direction: BaseDirection): Levels {
  const text = texts.join(' ');
  if (!RIGHT_TO_LEFT.test(text)) return { levels: [], rtl: false };
  const rtl = direction === 'first-strong' && isRightToLeft(text);
  const parts = texts.map(withWholesIsolated);
  const isolated = parts.length === 1 ? parts.join('') : parts.map(isolate).join(' ');
  const { levels } = bidi.getEmbeddingLevels(isolated, rtl ? 'rtl' : 'ltr');
  return { levels: levels.filter((_level, i) => !/[\u2068\u2069]/.test(isolated[i] ?? '')), rtl };
}

/**
 * Splits a text into runs.
 * @param texts safe texts, none empty, to join with spaces; each has its own direction
 * @param direction how to find the direction of the whole text
 */
export function splitRuns(texts: readonly string[], direction: BaseDirection, coverage: Coverage): RunList {
  const text = texts.join(' ');
  if (coverage.isSimple(text) && !/[\u0370-\u052f]/.test(text)) {
    return { runs: [{ start: 0, end: text.length, family: BASE, level: 0, replaced: false }], rtl: false };
  }
  const { levels, rtl } = embeddingLevels(texts, direction);

  const runs: Run[] = [];
  let previousScript: string | undefined;
  let start = 0;
  for (const cluster of graphemes(text)) {
    const level = levels[start] ?? 0;
    const last = runs.at(-1);
    const previous = last?.level === level ? last : undefined;
    const end = start + cluster.length;
    const isSpace = SPACE.test(cluster);

    // Words of one script and the spaces between them are one run, for joined letters and kerning.
    const inherited = isSpace && previous?.replaced === false ? previous.family : undefined;
    const chosen = inherited ?? coverage.familyFor(cluster, previous?.family);
    const replaced = chosen === undefined;
    const family = chosen ?? 'dejavu';
    const script = isSpace ? previousScript : scriptOf(cluster);

    const joins = previous?.family === family && !previous.replaced && !replaced && script === previousScript;
    if (joins) runs[runs.length - 1] = { ...previous, end };
    else runs.push({ start, end, family, level, replaced });
    previousScript = script;
    start = end;
  }
  return { runs, rtl };
}
