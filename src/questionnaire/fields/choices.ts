import { type Field, fieldOf, oneText, severalTexts, wrong } from './field.ts';

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
  const isChoice = (text: string): text is V => values.includes(text as V);
  return fieldOf<V | undefined>({
    name,
    control: 'radios',
    values,
    required: !how.optional,
    codes: how.optional ? [] : ['empty'],
    read: (given) => {
      const text = oneText(given, name);
      if (text === '' && how.optional) return undefined;
      return isChoice(text) ? text : wrong('empty');
    },
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
  return fieldOf<readonly V[]>({
    name,
    control: 'checkboxes',
    values,
    alone,
    required: !how.optional,
    codes: [...(how.optional ? [] : ['empty']), ...(alone.length > 0 ? ['alone-with-others'] : [])],
    read: (given) => {
      const ticked = severalTexts(given, name);
      // The order of the page, not of the request, so that letters list things the same way each time.
      const chosen = values.filter((value) => ticked.includes(value));
      if (!ticked.every((text) => values.includes(text as V))) return wrong('empty');
      if (chosen.length === 0 && !how.optional) return wrong('empty');
      return ticked.length > 1 && chosen.some(isAlone) ? wrong('alone-with-others') : chosen;
    },
  });
}
