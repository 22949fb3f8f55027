import { plainDigits } from './digits.ts';
import { defineField, failWith, type Field, textIf } from './field.ts';
import { withoutFiller } from './fillers.ts';
import { LIMITS } from './limits.ts';
import { typedText } from './text.ts';

/**
 * Whether ten digits are an NHS number: the tenth is the check digit of the others, modulus 11
 * (NHS Data Dictionary, NHS NUMBER). Ten identical digits are nobody's number.
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1*$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce(
    (total, digit, index) => total + Number(digit) * (10 - index),
    0,
  );
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

/** Ten digits as the NHS writes them: 999 000 0018. */
export const spacedNhsNumber = (digits: string): string => digits.replace(/^(...)(...)/, '$1 $2 ');

/** What says that an NHS number follows: "My NHS number is". */
const LABEL_BEFORE =
  /^(?:(?:my|our|the|his|her|their)\s+)?(?:NHS(?:\s*(?:number|num|no|№))?|number|no\b|№)\.?(?:\s+is\b)?(?=[^\p{L}\d]*\d)/iu;
/** What people write around the digits and between them. */
const BETWEEN = /[\s().,:;=#·•・‧∙⋅/\\_\p{Pd}−]/gu;

/** An NHS number; its value is the ten digits, or '' if left empty. */
export function nhsNumber(name: string): Field<string> {
  const schema = typedText(LIMITS.nhsNumber, 'wrong-length')
    .transform((text) =>
      plainDigits(withoutFiller(text.trim())).replace(LABEL_BEFORE, '').replace(BETWEEN, ''),
    )
    .refine((digits) => digits === '' || /^\d{10}$/.test(digits), failWith('wrong-length'))
    .refine((digits) => digits === '' || isNhsNumber(digits), failWith('wrong-digits'));
  return defineField<string>({
    name,
    control: 'nhs-number',
    codes: ['wrong-length', 'wrong-digits'],
    schema,
    toInput: (digits) => ({ [name]: digits }),
    fromStored: (kept) => textIf(isNhsNumber, kept, name),
  });
}
