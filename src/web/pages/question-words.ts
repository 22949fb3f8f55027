import type { QuestionWords } from '../../content/questions.ts';
import { sentenceFor } from '../../letters/parts/ready-sentences.ts';
import { readVoice } from '../../letters/people.ts';
import type { ReadySentence } from '../../questionnaire/questions/ready-sentences.ts';
import type { OpenJourney } from '../journey.ts';
import type { PageServices } from '../services.ts';

const READY_SENTENCES = 'ready-sentences';

/**
 * The words of a question for one person. The ready sentences are those that their letter will have, with the
 * patient's name.
 */
export function wordsOf(slug: string, open: OpenJourney, { content }: PageServices): QuestionWords {
  const words = content.questions[open.reader].get(slug)!;
  const { answers } = open;
  const letter = answers.letter && content.letters[answers.letter];
  if (slug !== READY_SENTENCES || !letter) return words;
  const field = words.fields[READY_SENTENCES]!;
  const voice = readVoice(answers);
  const options = Object.fromEntries(
    Object.entries(field.options).map(([sentence, option]) => [
      sentence,
      { ...option, label: sentenceFor(letter, sentence as ReadySentence, voice) },
    ]),
  );
  return { ...words, fields: { ...words.fields, [READY_SENTENCES]: { ...field, options } } };
}
