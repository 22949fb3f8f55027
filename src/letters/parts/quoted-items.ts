import type { Composer } from '../composer.ts';
import type { Source } from '../document.ts';
import { textParts, withColon, withStop } from '../english/typed.ts';
import type { ShortItem } from '../short.ts';

/** A long text for the short version: its paragraphs and lists under a label, given by its name. */
export const quotedItems = (label: string, text: string, source: Source, composer: Composer): ShortItem => ({
  label: composer.say(label),
  things: textParts(text)
    .flatMap((piece) => {
      if ('paragraph' in piece) return [withStop(piece.paragraph)];
      const [first = '', ...others] = piece.items;
      // The line that introduces a list says nothing without an item.
      return [piece.lead === '' ? first : `${withColon(piece.lead)} ${first}`, ...others];
    })
    .map((item) => composer.fromAnswer(item, source)),
});
