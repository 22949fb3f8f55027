import { z } from 'zod';
import { defineField, failWith, type Field, severalTexts } from './field.ts';

interface ChoiceOptions {
  readonly optional?: boolean;
}

/** Longer than any choice. Longer input is refused without searching it. */
const LONGEST = 100;

/** For a choice that the page does not offer. A required field has the message that asks for an answer. */
const notOffered = (optional = false) => failWith(optional ? 'not-offered' : 'empty');

const isShort = (text: string) => text.length <= LONGEST;

/** Radios: one of the values. */
export function radios<const V extends string>(name: string, values: readonly V[]): Field<V>;
export function radios<const V extends string>(
  name: string,
  values: readonly V[],
  options: { optional: true },
): Field<V | undefined>;
export function radios<const V extends string>(
  name: string,
  values: readonly V[],
  options: ChoiceOptions = {},
): Field<V | undefined> {
  const schema = z
    .array(z.string())
    .refine((sent) => sent.every(isShort), notOffered(options.optional))
    .transform((sent) => [...new Set(sent.map((one) => one.trim()).filter((one) => one !== ''))])
    // Two different values are not an answer, and picking one would be a guess.
    .refine(
      (chosen) => chosen.length === 1 || (chosen.length === 0 && options.optional),
      notOffered(options.optional),
    )
    .refine((chosen) => chosen.every((one) => values.includes(one as V)), notOffered(options.optional))
    .transform(([chosen]) => chosen as V | undefined);
  return defineField<V | undefined>({
    name,
    control: 'radios',
    values,
    required: !options.optional,
    codes: [options.optional ? 'not-offered' : 'empty'],
    rawValue: (input) => severalTexts(input, name),
    schema,
    toInput: (value) => ({ [name]: value ?? '' }),
    fromStored: (kept) => values.find((value) => value === kept[name]),
  });
}

interface CheckboxesOptions<V> extends ChoiceOptions {
  /** Values that exclude all others, such as "none of these". */
  readonly exclusive?: readonly V[];
}

/** Checkboxes: some of the values; at least one unless optional. */
export function checkboxes<const V extends string>(
  name: string,
  values: readonly V[],
  options: CheckboxesOptions<NoInfer<V>> = {},
): Field<readonly V[]> {
  const exclusive = options.exclusive ?? [];
  const isAllowedTogether = (chosen: readonly V[]) =>
    chosen.length < 2 || !chosen.some((value) => exclusive.includes(value));
  const schema = z
    .array(z.string())
    .refine((ticked) => ticked.every(isShort), notOffered(options.optional))
    .refine((ticked) => ticked.every((one) => values.includes(one as V)), notOffered(options.optional))
    // The order of the page, not of the request, so that letters list things the same way each time.
    .transform((ticked): readonly V[] => values.filter((value) => ticked.includes(value)))
    .refine((chosen) => chosen.length > 0 || options.optional, failWith('empty'))
    .refine(isAllowedTogether, failWith('alone-with-others'));
  return defineField<readonly V[]>({
    name,
    control: 'checkboxes',
    values,
    exclusive,
    required: !options.optional,
    codes: [
      options.optional ? 'not-offered' : 'empty',
      ...(exclusive.length > 0 ? ['alone-with-others'] : []),
    ],
    rawValue: (input) => severalTexts(input, name),
    schema,
    toInput: (chosen) => ({ [name]: chosen }),
    fromStored: (kept) => {
      const chosen = severalTexts(kept, name);
      const isValid =
        chosen.every((one) => values.includes(one as V)) && isAllowedTogether(chosen as readonly V[]);
      return isValid ? (chosen as readonly V[]) : undefined;
    },
  });
}
