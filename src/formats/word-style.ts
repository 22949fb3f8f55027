import {
  AlignmentType,
  convertMillimetersToTwip,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from 'docx';
import type { Print } from '../letters/document.ts';

/** Lengths are in points, as in Word itself. */
export interface WordStyle {
  readonly size: number;
  readonly subjectSize: number;
  /** In lines: 1 is single spacing. */
  readonly lineSpacing: number;
  readonly gap: number;
  readonly partGap: number;
  readonly roomToSign: number;
}

export const WORD_STYLES: Readonly<Record<Print, WordStyle>> = {
  normal: { size: 11.5, subjectSize: 13, lineSpacing: 1.1, gap: 8, partGap: 14, roomToSign: 44 },
  large: { size: 18, subjectSize: 20, lineSpacing: 1.3, gap: 16, partGap: 24, roomToSign: 64 },
};

/** Easy to read, and on every computer with Word or LibreOffice. The person can change it. */
const FONT = 'Arial';
export const LIST = 'letter-list';

export const twips = (points: number) => Math.round(points * 20);
const halfPoints = (points: number) => Math.round(points * 2);
export const MARGIN = convertMillimetersToTwip(25);
export const PAGE_WIDTH = convertMillimetersToTwip(210);
export const PAGE_HEIGHT = convertMillimetersToTwip(297);

/** A line spacing in lines. Without the explicit rule, LibreOffice takes the number to be in points. */
export const lineSpacingOf = (lines: number) => ({
  line: Math.round(lines * 240),
  lineRule: LineRuleType.AUTO,
});

/** The styles of the whole file, so that the person can change it all at once in Word. */
export function stylesOf({ size, subjectSize, lineSpacing, gap }: WordStyle): IStylesOptions {
  const font = FONT;
  const heading = (points: number) => ({
    run: { font, size: halfPoints(points), bold: true, boldComplexScript: true, color: '000000' },
    paragraph: { spacing: { before: 0, after: twips(gap), ...lineSpacingOf(lineSpacing) } },
  });
  return {
    default: {
      document: {
        run: { font, size: halfPoints(size), language: { value: 'en-GB' } },
        paragraph: { spacing: lineSpacingOf(lineSpacing) },
      },
      heading1: heading(subjectSize),
      heading2: heading(size),
    },
  };
}

export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: LIST,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 360, hanging: 360 } } },
        },
      ],
    },
  ],
};
