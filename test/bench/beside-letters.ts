import type { LetterDocument } from '../../src/letters/document.ts';
import { renderPlainText } from '../../src/formats/plain-text.ts';
import { readPdf } from '../formats/read-pdf.ts';
import { sampleLetter } from '../support/sample-letter.ts';
import { type LetterMaker, letterMakers } from './letter-makers.ts';
import { timed } from './numbers.ts';
import { isShort, rounds } from './rounds.ts';

const ROUNDS = rounds(9, 1);

export const letterRoundsText = `${ROUNDS} rounds in turn`;

/** What one maker's letter cost, in milliseconds a letter, with one number for each round. */
export interface LetterCost {
  readonly name: string;
  readonly bytes: number;
  readonly cpu: readonly number[];
  readonly wall: readonly number[];
}

let made = 0;
/** The same letter by a different sender each time, so that no maker can return an earlier one. */
const nextLetter = () => sampleLetter({ sender: [`Person ${(made += 1)}`, '1 High Street', 'Leeds'] });

/** The same letter by every maker in turn, ours first. */
export async function measureLetters(): Promise<LetterCost[]> {
  const makers = await letterMakers();
  try {
    const costs = [];
    for (const maker of makers) {
      const bytes = await sameWords(maker);
      await letters(maker, isShort ? 1 : maker.warmUp);
      costs.push({ maker, name: maker.name, bytes, cpu: [] as number[], wall: [] as number[] });
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { maker, cpu, wall } of costs) {
        const before = await maker.cpu();
        wall.push((await timed(() => letters(maker, maker.letters))) / maker.letters);
        cpu.push(((await maker.cpu()) - before) / 1000 / maker.letters);
      }
    }
    return costs;
  } finally {
    await Promise.all(makers.map((maker) => maker.stop()));
  }
}

async function letters(maker: LetterMaker, many: number): Promise<void> {
  for (let letter = 0; letter < many; letter += 1) await maker.pdf(nextLetter());
}

/**
 * Reads a letter back, and checks that it has every word.
 * @returns its size
 */
async function sameWords(maker: LetterMaker): Promise<number> {
  const letter = nextLetter();
  const pdf = await maker.pdf(letter);
  const found = letterKeys((await readPdf(pdf)).text);
  const missing = wordsOf(letter).filter((word) => !found.includes(letterKeys(word)));
  if (missing.length > 0) throw new Error(`${maker.name} has no ${missing.join(', ')}`);
  return pdf.length;
}

const wordsOf = (letter: LetterDocument) => renderPlainText(letter).split(/\s+/);

/** The letters and digits alone, as each maker breaks lines in other places, and one adds hyphens. */
const letterKeys = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
