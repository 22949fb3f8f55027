import type { LetterDocument } from '../../src/letters/document.ts';
import { renderPlainText } from '../../src/formats/plain-text.ts';
import { readPdf } from '../formats/read-pdf.ts';
import { sampleLetter } from '../support/sample-letter.ts';
import { type LetterMaker, letterMakers } from './letter-makers.ts';
import { timed } from './numbers.ts';
import { isShort, rounds } from './rounds.ts';

const ROUNDS = rounds(9, 1);

export const letterRoundsSaid = `${ROUNDS} rounds in turn`;

/** What one maker's letter cost, a number a round, in milliseconds a letter. */
export interface LetterCost {
  readonly name: string;
  readonly bytes: number;
  readonly cpu: readonly number[];
  readonly wall: readonly number[];
}

let made = 0;
/** The same letter from somebody else each time, so that nobody can send an old one. */
const nextLetter = () => sampleLetter({ sender: [`Person ${(made += 1)}`, '1 High Street', 'Leeds'] });

/** The same words by every maker, in turn; ours first. */
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

/** Reads a letter back, and fails where it lacks a word; its size. */
async function sameWords(maker: LetterMaker): Promise<number> {
  const letter = nextLetter();
  const pdf = await maker.pdf(letter);
  const found = letterKeys((await readPdf(pdf)).text);
  const missing = wordsOf(letter).filter((word) => !found.includes(letterKeys(word)));
  if (missing.length > 0) throw new Error(`${maker.name} has no ${missing.join(', ')}`);
  return pdf.length;
}

const wordsOf = (letter: LetterDocument) => renderPlainText(letter).split(/\s+/);

/** Each breaks lines elsewhere, and one with hyphens. */
const letterKeys = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
