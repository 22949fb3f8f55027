import { isUpTo } from './clean.ts';
import { type Control, type Field, fieldOf, oneText, wrong } from './field.ts';

/** How long an answer may be, in code points after NFC (docs/contract.md, "Limits"). */
export const LIMITS = {
  name: 100,
  line: 200,
  email: 254,
  addressLines: 8,
  listItems: 20,
  listItem: 500,
  longText: 5000,
} as const;

interface HowText {
  readonly required?: boolean;
}

function textField(name: string, control: Control, limit: number, how: HowText): Field<string> {
  const tidied = control === 'long-text' ? inParagraphs : onOneLine;
  return fieldOf<string>({
    name,
    control,
    required: how.required ?? false,
    codes: [...(how.required ? ['empty'] : []), 'too-long'],
    read: (given) => {
      const text = tidied(oneText(given, name));
      if (!isUpTo(limit, text)) return wrong('too-long', { limit });
      return text === '' && how.required ? wrong('empty') : text;
    },
  });
}

const onOneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ');
const inParagraphs = (text: string) => text.replace(/\n{3,}/g, '\n\n');

/** A line of text. Gives '' where it was left empty. */
export const line = (name: string, how: HowText = {}) => textField(name, 'text', LIMITS.line, how);

/** Somebody's whole name, any characters. */
export const fullName = (name: string, how: HowText = {}) => textField(name, 'name', LIMITS.name, how);

/** A long text: paragraphs, parted by empty lines. */
export const longText = (name: string, how: HowText = {}) =>
  textField(name, 'long-text', LIMITS.longText, how);

const splitLines = (text: string) =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');

function linesField(
  name: string,
  control: 'lines' | 'list',
  lines: number,
  each: number,
  how: HowText,
): Field<readonly string[]> {
  return fieldOf<readonly string[]>({
    name,
    control,
    required: how.required ?? false,
    codes: [...(how.required ? ['empty'] : []), 'too-many-lines', 'too-long'],
    read: (given) => {
      const items = splitLines(oneText(given, name));
      if (items.length === 0 && how.required) return wrong('empty');
      if (items.length > lines) return wrong('too-many-lines', { limit: lines });
      return items.every((item) => isUpTo(each, item)) ? items : wrong('too-long', { limit: each });
    },
  });
}

/** A postal address, one line a line. */
export const addressLines = (name: string) => linesField(name, 'lines', LIMITS.addressLines, LIMITS.line, {});

/** A list of one's own, one item a line. */
export const listOfLines = (name: string, how: HowText = {}) =>
  linesField(name, 'list', LIMITS.listItems, LIMITS.listItem, how);
