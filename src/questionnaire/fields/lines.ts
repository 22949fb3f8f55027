import { z } from 'zod';
import { withoutBullets, withoutCount } from './bullets.ts';
import { defineField, failWith, type Field, oneText } from './field.ts';
import { isFiller } from './fillers.ts';
import { LIMITS, mostUnits } from './limits.ts';
import { isUpTo, readText } from './read-text.ts';
import { trimmedLines } from './paragraphs.ts';
import type { TextFieldOptions } from './text.ts';

interface LinesOptions {
  readonly control: 'lines' | 'list';
  readonly most: number;
  readonly each: number;
  readonly tidied?: (lines: readonly string[]) => readonly string[];
}

const withoutFillers = (lines: readonly string[]) => lines.filter((one) => !isFiller(one));

/** A field of several lines; empty lines and fillers are left out. */
function linesField(
  name: string,
  { control, most, each, tidied = (lines) => lines }: LinesOptions,
  { required = false }: TextFieldOptions,
): Field<readonly string[]> {
  const tooMany = failWith('too-many-lines', { limit: most });
  const tooLong = failWith('too-long', { limit: each });
  const isShort = (one: string) => isUpTo(each, one);
  const fits = (raw: string) => raw.length <= most * mostUnits(each);
  const schema = z
    .string()
    // Far too long input gets the more helpful of two errors; splitting stops at one line too many.
    .refine((raw) => fits(raw) || raw.split('\n', most + 1).length <= most, tooMany)
    .refine(fits, tooLong)
    .transform((raw) => withoutFillers(tidied(trimmedLines(readText(raw)))))
    .refine((lines) => lines.length > 0 || !required, failWith('empty'))
    .refine((lines) => lines.length <= most, tooMany)
    .refine((lines) => lines.every(isShort), tooLong);
  return defineField<readonly string[]>({
    name,
    control,
    required,
    codes: [...(required ? ['empty'] : []), 'too-many-lines', 'too-long'],
    rawValue: (input) => oneText(input, name),
    schema,
    toInput: (lines) => ({ [name]: lines.join('\n') }),
    fromStored: (kept) => {
      const lines = oneText(kept, name).split('\n');
      return lines.length <= most && lines.every(isShort) ? lines : undefined;
    },
  });
}

/** A postal address, one line a line. */
export const addressLines = (name: string, options: TextFieldOptions = {}) =>
  linesField(name, { control: 'lines', most: LIMITS.addressLines, each: LIMITS.line }, options);

/** A list, one item a line, without pasted bullets and numbers. */
export const listOfLines = (name: string, options: TextFieldOptions = {}) =>
  linesField(
    name,
    {
      control: 'list',
      most: LIMITS.listItems,
      each: LIMITS.listItem,
      // A count is taken off only where every line that is left has one.
      tidied: (lines) => withoutCount(withoutFillers(withoutBullets(lines))),
    },
    options,
  );
