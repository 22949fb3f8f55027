import { plainDigits } from './digits.ts';
import { defineField, failWith, type Field, textIf } from './field.ts';
import { withoutFiller } from './fillers.ts';
import { LIMITS } from './limits.ts';
import { isUpTo } from './read-text.ts';
import { onOneLine } from './paragraphs.ts';
import { typedText } from './text.ts';

/** The digits of one telephone number, with all that people write between them. */
const NUMBER = /\d[\d ().+\p{Pd}−·•・‧∙⋅/\\_]*/gu;
const FEWEST = 6;
/** Digits that count against the limit. A slash or a long dash may begin a second number, so it ends a run. */
const RUN = /\d[\d ().+-]*/g;
/** The longest number has 15 digits (ITU E.164); an extension or a second number after a space adds more. */
const MOST = 24;

const countsIn = (text: string, runs: RegExp) =>
  (text.match(runs) ?? []).map((run) => run.replace(/\D/g, '').length);

const hasNumber = (text: string): boolean =>
  countsIn(text, NUMBER).some((count) => count >= FEWEST) &&
  countsIn(text, RUN).every((count) => count <= MOST);

/**
 * A telephone number as typed, in the digits 0 to 9, or '' if left empty. Words beside it ("after 6 pm") are
 * allowed.
 */
export function telephoneNumber(name: string): Field<string> {
  const limit = LIMITS.telephone;
  const fits = (text: string) => isUpTo(limit, text);
  const schema = typedText(limit)
    .transform((text) => plainDigits(withoutFiller(onOneLine(text))))
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
