import { defineField, failWith, type Field, textIf } from './field.ts';
import { withoutFiller } from './fillers.ts';
import { LIMITS } from './limits.ts';
import { onOneLine } from './paragraphs.ts';
import { typedText } from './text.ts';

// Addresses may use letters of any script. The domain needs a dot, as every public mail domain has one.
const PART = '[^\\s@.,:;"<>()[\\]\\\\]+';
const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?';
const EMAIL = new RegExp(`^${PART}(?:\\.${PART})*@(?:${LABEL}\\.)+(?!\\p{N}+$)${LABEL}$`, 'u');
const LONGEST_BEFORE_AT = 64;

const isEmail = (text: string): boolean =>
  text.length <= LIMITS.email &&
  text.indexOf('@') <= LONGEST_BEFORE_AT &&
  /\.[^.]{2,}$/.test(text) &&
  EMAIL.test(text);

/** A copied address without the text around it: "Amina <amina@example.com>," "mailto:amina@example.com". */
function bareEmail(text: string): string {
  const opened = text.lastIndexOf('<') + 1;
  const closed = text.indexOf('>', opened);
  const inBrackets = closed < 0 ? text.slice(opened) : text.slice(opened, closed);
  const plain = (inBrackets.includes('@') ? inBrackets : text)
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[‘’ʼ]/g, "'");
  const address = withoutEdges(plain)
    .replace(/^(?:e-?mail|mailto) ?: */i, '')
    .replace(/\?(?:subject|body|cc|bcc)=.*$/i, '');
  return withoutEdges(address);
}

const AROUND = ' <>()[]{}"\'“”,;:.';

/** The text without brackets, quotes and stops around it. */
function withoutEdges(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && AROUND.includes(text.charAt(from))) from++;
  while (to > from && AROUND.includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}

/** An email address, or '' if left empty. */
export function emailAddress(name: string): Field<string> {
  const schema = typedText(LIMITS.email, 'wrong-format')
    .transform((text) => bareEmail(withoutFiller(onOneLine(text))))
    .refine((text) => text === '' || isEmail(text), failWith('wrong-format'));
  return defineField<string>({
    name,
    control: 'email',
    codes: ['wrong-format'],
    schema,
    toInput: (text) => ({ [name]: text }),
    fromStored: (kept) => textIf(isEmail, kept, name),
  });
}
