import { plainDigits } from './digits.ts';
import { defineField, failWith, type Field, textIf } from './field.ts';
import { withoutFiller } from './fillers.ts';
import { LIMITS } from './limits.ts';
import { isUpTo } from './read-text.ts';
import { onOneLine } from './paragraphs.ts';
import { typedText } from './text.ts';

/** The digits of one telephone number, with the separators allowed between them. */
const FIGURES = /\d[\d ().+-]*/g;
const FEWEST = 6;
/** The longest number has 15 digits (ITU E.164); an extension or a second number after a space adds more. */
const MOST = 24;

function hasNumber(text: string): boolean {
  const counts = (plainDigits(text).match(FIGURES) ?? []).map((run) => run.replace(/\D/g, '').length);
  return counts.some((count) => count >= FEWEST) && counts.every((count) => count <= MOST);
}

/** A telephone number as typed, or '' if left empty. Words beside it ("after 6 pm") are allowed. */
export function telephoneNumber(name: string): Field<string> {
  const limit = LIMITS.telephone;
  const fits = (text: string) => isUpTo(limit, text);
  const schema = typedText(limit)
    .transform((text) => withoutFiller(onOneLine(text)))
    .refine(fits, failWith('too-long', { limit }))
    .refine((text) => text === '' || hasNumber(text), failWith('wrong-format'));
  return defineField<string>({
    name,
    control: 'telephone',
    codes: ['too-long', 'wrong-format'],
    schema,
    toInput: (text) => ({ [name]: text }),
    fromStored: (kept) => textIf((text) => fits(text) && hasNumber(text), kept, name),
  });
}
