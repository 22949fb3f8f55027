import { z } from 'zod';
import { type Field, fieldOf, oneText, severalTexts } from './field.ts';

interface Choice {
  readonly optional?: boolean;
}

/** Radios: one of the values. */
export function radios<const V extends string>(name: string, values: readonly V[]): Field<V>;
export function radios<const V extends string>(
  name: string,
  values: readonly V[],
  how: { optional: true },
): Field<V | undefined>;
export function radios<const V extends string>(
  name: string,
  values: readonly V[],
  how: Choice = {},
): Field<V | undefined> {
  const chosen = z.enum(values, 'empty') as unknown as z.ZodType<V>;
  return fieldOf<V | undefined>({
    name,
    control: 'radios',
    values,
    required: !how.optional,
    codes: how.optional ? [] : ['empty'],
    submitted: (given) => oneText(given, name) || undefined,
    schema: how.optional ? chosen.optional() : chosen,
  });
}

interface Choices<V> extends Choice {
  /** Values that go with no other, such as "none of these". */
  readonly alone?: readonly V[];
}

/** Checkboxes: some of the values; at least one unless optional. */
export function checkboxes<const V extends string>(
  name: string,
  values: readonly V[],
  how: Choices<NoInfer<V>> = {},
): Field<readonly V[]> {
  const alone = how.alone ?? [];
  const isAlone = (value: V) => alone.includes(value);
  const chosen = (z.array(z.enum(values, 'empty')) as unknown as z.ZodType<readonly V[]>)
    .refine((ticked) => how.optional || ticked.length > 0, 'empty')
    .refine((ticked) => ticked.length < 2 || !ticked.some(isAlone), 'alone-with-others')
    // The order of the page, not of the request, so that letters list things the same way each time.
    .transform((ticked) => values.filter((value) => ticked.includes(value)));
  return fieldOf<readonly V[]>({
    name,
    control: 'checkboxes',
    values,
    alone,
    required: !how.optional,
    codes: [...(how.optional ? [] : ['empty']), ...(alone.length > 0 ? ['alone-with-others'] : [])],
    submitted: (given) => severalTexts(given, name),
    schema: chosen,
  });
}
