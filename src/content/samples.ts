import { join } from 'node:path';
import { z } from 'zod';
import { LETTERS } from '../letters/all-letters.ts';
import type { WrittenLetter } from '../letters/letter.ts';
import type { LetterWords } from '../letters/words.ts';
import { allQuestions } from '../questionnaire/all-questions.ts';
import type { Day } from '../questionnaire/calendar.ts';
import { answerKey, type Visit, walkThrough } from '../questionnaire/ordered-questions.ts';
import { LETTER_IDS, type LetterId } from '../questionnaire/questions/people.ts';
import type { Ledger } from './facts.ts';
import { type Report, readFolder, readYaml } from './read.ts';

const typed = z.union([z.string(), z.array(z.string())]);
const answersSchema = z.record(z.string(), z.record(z.string(), typed));

const sampleSchema = z.strictObject({
  title: z.string(),
  use: z.string(),
  gets: z.string(),
  expect: z.string(),
  facts: z.array(z.string()),
  salutation: z.string(),
  subject: z.string(),
  ask: z.string(),
  answers: answersSchema,
});

const commonSchema = z.strictObject({
  day: z.iso.date().transform((day) => day as Day),
  answers: answersSchema,
});

/** The description of a letter, for the guide and its paper form, with a sample. */
export interface Sample extends Omit<z.infer<typeof sampleSchema>, 'answers'> {
  readonly id: LetterId;
  /** The letter for an invented person, written by the same code as all letters. */
  readonly letter: WrittenLetter;
  /** The questions that the invented patient was asked for it, in order. */
  readonly visits: readonly Visit[];
}

/** Reads the sample of every letter and reports those that cannot be written from their answers. */
export function readSamples(
  folder: string,
  words: LetterWords,
  ledger: Ledger,
  report: Report,
): readonly Sample[] {
  const { day, answers: ofAll } = readYaml(join(folder, 'samples.yaml'), commonSchema);
  const entries = readFolder(join(folder, 'samples'), sampleSchema, report);
  for (const name of entries.keys())
    if (!(name in LETTERS)) report(`samples/${name}.md belongs to no letter`);
  return LETTER_IDS.flatMap((id) => {
    const front = entries.get(id)?.front;
    if (!front) {
      report(`samples/${id}.md is missing`);
      return [];
    }
    const { answers: own, ...told } = front;
    for (const fact of told.facts)
      if (!ledger.byId.has(fact)) report(`samples/${id}.md: there is no fact ${fact}`);
    const walk = walkThrough(allQuestions, keptOf({ ...ofAll, ...own, letter: { letter: id } }), day);
    const letter = walk.gap ? undefined : LETTERS[id].write(walk.answers, words[id], day, []);
    if (!letter) {
      report(`samples/${id}.md: ${walk.gap?.placed.question.slug ?? 'the letter'} waits for an answer`);
      return [];
    }
    return [{ id, ...told, letter, visits: walk.visits }];
  });
}

type Given = z.infer<typeof answersSchema>;

/** Answers under the keys that a journey stores them under; a question without one gets an empty one. */
function keptOf(answers: Given): Given {
  const kept = allQuestions.inOrder.map((placed) => [
    answerKey(placed, { letter: answers.letter?.letter }),
    answers[placed.question.slug] ?? {},
  ]);
  return Object.fromEntries(kept) as Given;
}
