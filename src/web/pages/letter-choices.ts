import { isLaterLetter, type LetterId } from '../../questionnaire/questions/people.ts';
import type { FieldView } from './field-view.ts';

interface Item {
  readonly value: LetterId;
}

const isLater = ({ value }: Item) => isLaterLetter(value);

/**
 * The letters to choose from: those that are offered, and the one chosen before. The later ones have their
 * own heading.
 */
export function letterChoices(
  { component, options }: FieldView,
  shown: readonly LetterId[],
  { first, later }: Readonly<Record<string, string>>,
): FieldView {
  const items = (options as { readonly items: readonly Item[] }).items.filter(({ value }) =>
    shown.includes(value),
  );
  const laterItems = items.filter(isLater);
  if (laterItems.length === 0) return { component, options: { ...options, items } };
  const firstItems = items.filter((item) => !isLater(item));
  return {
    component,
    options: { ...options, items: [{ heading: first }, ...firstItems, { heading: later }, ...laterItems] },
  };
}
