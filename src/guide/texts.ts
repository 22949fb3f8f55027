import { z } from 'zod';
import { lengthOf } from './clean.ts';
import { type Control, type Field, fieldOf, oneText } from './field.ts';

/** How long an answer may be, in code points after NFC (product.md, "The questions"). */
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

const upTo = (limit: number) => z.string().refine((text) => lengthOf(text) <= limit, `too-long:${limit}`);

const notEmpty = (how: HowText) => (text: string) => !how.required || text !== '';

function textField(name: string, control: Control, limit: number, how: HowText): Field<string> {
  return fieldOf<string>({
    name,
    control,
    required: how.required ?? false,
    codes: [...(how.required ? ['empty'] : []), 'too-long'],
    submitted: (given) =>
      oneText(given, name).replace(
        control === 'long-text' ? /\n{3,}/g : /\s*\n\s*/g,
        control === 'long-text' ? '\n\n' : ' ',
      ),
    schema: upTo(limit).refine(notEmpty(how), 'empty'),
  });
}

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
    submitted: (given) => splitLines(oneText(given, name)),
    schema: z
      .array(z.string())
      .refine((items) => !how.required || items.length > 0, 'empty')
      .refine((items) => items.length <= lines, `too-many-lines:${lines}`)
      .refine((items) => items.every((item) => lengthOf(item) <= each), `too-long:${each}`),
  });
}

/** A postal address, one line a line. */
export const addressLines = (name: string) => linesField(name, 'lines', LIMITS.addressLines, LIMITS.line, {});

/** A list of one's own, one item a line. */
export const listOfLines = (name: string, how: HowText = {}) =>
  linesField(name, 'list', LIMITS.listItems, LIMITS.listItem, how);
