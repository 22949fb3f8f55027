import { withoutEdges } from './edges.ts';
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

/** A label before an address. A dash needs a space after it: "email-team@example.org" stays. */
const LABEL_BEFORE =
  /^(?:(?:my|our|his|her|their|work|home) )*(?:e-?mail(?: address)?(?: is)?|mailto)(?: *:| *[=\p{Pd}] | ) */iu;

const BEFORE = ' <>()[]{}"\'“”„«»‹›,;:*';
/** A domain ends with a letter or a digit, so more can go after an address than before it. */
const AFTER = `${BEFORE}.!?…/\\`;

const bare = (text: string) =>
  withoutEdges(
    withoutEdges(text, BEFORE, AFTER)
      .replace(LABEL_BEFORE, '')
      .replace(/\?(?:subject|body|cc|bcc)=.*$/i, ''),
    BEFORE,
    AFTER,
  );

/** Brackets around a part of the text. One inside a word separates nothing: "na(me@example.org". */
const BRACKETS = /[<>)\]}]|(?<![\p{L}\p{N}])[([{]/u;

/**
 * A copied address without the text around it: "Amina <amina@example.com>,", "mailto:amina@example.com",
 * "amina@example.com (work)". Two different addresses stay as they are, which is an error.
 */
function bareEmail(text: string): string {
  const plain = text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[‘’ʼ`´]/g, "'");
  const found = new Set(
    plain
      .split(BRACKETS)
      .filter((part) => part.includes('@'))
      .map(bare),
  );
  const [only] = found;
  return found.size === 1 ? only! : bare(plain);
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
