import type { Print } from '../../../letters/document.ts';

/** How a letter looks. Lengths are in points; gaps are in addition to the line height. */
export interface Style {
  readonly size: number;
  readonly subjectSize: number;
  readonly footerSize: number;
  readonly lineHeight: number;
  /** Between paragraphs. */
  readonly gap: number;
  /** Between the parts of the letter's head, and above the subject. */
  readonly partGap: number;
  readonly itemGap: number;
  readonly roomToSign: number;
  readonly margin: { readonly top: number; readonly bottom: number; readonly side: number };
}

/** A4. */
export const PAGE = { width: 595.28, height: 841.89 } as const;

const mm = (millimetres: number) => (millimetres * 72) / 25.4;

const NORMAL: Style = {
  size: 12,
  subjectSize: 13,
  footerSize: 10,
  lineHeight: 15.5,
  gap: 8.5,
  partGap: 15,
  itemGap: 2.5,
  roomToSign: 42,
  margin: { top: mm(23), bottom: mm(23), side: mm(25) },
};

/** For a letter that is a few lines over one page: closer lines, never smaller letters. */
const CLOSE: Style = {
  ...NORMAL,
  lineHeight: 14.5,
  gap: 6.5,
  partGap: 10,
  itemGap: 1,
  roomToSign: 36,
  margin: { top: mm(17), bottom: mm(17), side: mm(25) },
};

const LARGE: Style = {
  size: 18,
  subjectSize: 20,
  footerSize: 18,
  lineHeight: 27,
  gap: 16,
  partGap: 26,
  itemGap: 7,
  roomToSign: 64,
  margin: { top: mm(20), bottom: mm(25), side: mm(20) },
};

/** The styles to try in turn. A later one is used only if it gets the letter onto one page. */
export const STYLES: Readonly<Record<Print, readonly [Style, ...Style[]]>> = {
  normal: [NORMAL, CLOSE],
  large: [LARGE],
};
