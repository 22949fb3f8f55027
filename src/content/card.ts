import { z } from 'zod';
import { CARD_TEXTS, type CardWords } from '../letters/card/card-words.ts';
import { firstDue, type Ledger } from './facts.ts';
import { sectionsOf } from './letters.ts';
import { type Report, readFolder } from './read.ts';
import { type FactSource, sourcesOf } from './sources.ts';
import { READERS, voicedAll } from './voices.ts';

const cardSchema = z.strictObject({ title: z.string(), facts: z.array(z.string()).min(1) });

/** The appointment card's words, with the facts that they follow. */
export interface CardContent {
  readonly words: CardWords;
  readonly facts: readonly string[];
  readonly sources: readonly FactSource[];
  /** The day by which the first of its facts is due to be checked again. */
  readonly reviewBy: string;
}

/** Reads the words of the appointment card and checks them against the card's code and the ledger. */
export function readCard(folder: string, ledger: Ledger, report: Report): CardContent {
  const entry = readFolder(folder, cardSchema, report).get('appointment');
  if (!entry) report('cards/appointment.md is missing');
  const texts = sectionsOf(entry?.body ?? '');
  const facts = entry?.front.facts ?? [];
  for (const name of CARD_TEXTS) if (!texts[name]) report(`cards/appointment.md: no words for ${name}`);
  for (const name of Object.keys(texts))
    if (!CARD_TEXTS.includes(name)) report(`cards/appointment.md: no card says ${name}`);
  for (const fact of facts)
    if (!ledger.byId.has(fact)) report(`cards/appointment.md: there is no fact ${fact}`);

  const known = facts.flatMap((fact) => ledger.byId.get(fact) ?? []);
  const words = { title: entry?.front.title ?? '', ...texts };
  const inVoices = READERS.map((reader) => [reader, voicedAll(words, reader)]);
  return {
    words: Object.fromEntries(inVoices) as CardWords,
    facts,
    sources: sourcesOf(known, ledger),
    reviewBy: firstDue(known),
  };
}
