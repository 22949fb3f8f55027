import { z } from 'zod';
import { type Control, defineField, failWith, type Field, textIf } from './field.ts';
import { withoutFiller } from './fillers.ts';
import { LIMITS, mostUnits } from './limits.ts';
import { inParagraphs, onOneLine } from './paragraphs.ts';
import { isUpTo, readText } from './read-text.ts';

export interface TextFieldOptions {
  readonly required?: boolean;
}

interface LongTextFieldOptions extends TextFieldOptions {
  /** In code points. */
  readonly limit?: number;
}

/** The schema of a typed text: refuses what is far too long before reading its characters. */
export const typedText = (limit: number, code = 'too-long') =>
  z
    .string()
    .refine((raw) => raw.length <= mostUnits(limit), failWith(code, { limit }))
    .transform(readText);

/** A field of one text, tidied; its value is '' if left empty. */
export function textField(
  name: string,
  control: Control,
  limit: number,
  { required = false }: TextFieldOptions,
  tidied = onOneLine,
): Field<string> {
  const fits = (text: string) => isUpTo(limit, text);
  const schema = typedText(limit)
    .transform((text) => withoutFiller(tidied(text)))
    .refine((text) => text !== '' || !required, failWith('empty'))
    .refine(fits, failWith('too-long', { limit }));
  return defineField<string>({
    name,
    control,
    required,
    codes: [...(required ? ['empty'] : []), 'too-long'],
    schema,
    toInput: (text) => ({ [name]: text }),
    fromStored: (kept) => textIf(fits, kept, name),
  });
}

/** A line of text. */
export const line = (name: string, options: TextFieldOptions = {}) =>
  textField(name, 'text', LIMITS.line, options);

/** A long text: paragraphs, separated by empty lines. */
export const longText = (name: string, { limit = LIMITS.longText, ...options }: LongTextFieldOptions = {}) =>
  textField(name, 'long-text', limit, options, inParagraphs);
