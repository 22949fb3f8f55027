import type { Answers } from '../../questionnaire/all-questions.ts';
import type { ReadySentence } from '../../questionnaire/questions/ready-sentences.ts';
import { type Composer, from, type Wording } from '../composer.ts';
import type { Voice } from '../english/grammar.ts';
import { fill, type Words } from '../words.ts';

/** The sentences that the person chose, in the order of their page. */
export const readReadySentences = ({
  'ready-sentences': chosen,
}: Partial<Answers>): readonly ReadySentence[] => chosen?.['ready-sentences'] ?? [];

/** A ready sentence in the letter's words, which the question's page shows too. */
export const sentenceFor = (words: Words, sentence: ReadySentence, voice: Voice): string =>
  fill(words[`ready-${sentence}`] ?? '', voice);

/** Those of these sentences that were chosen. Each can be left out by itself. */
export const chosen = (
  { readySentences }: { readonly readySentences: readonly ReadySentence[] },
  composer: Composer,
  ...these: readonly ReadySentence[]
): readonly Wording[] =>
  these
    .filter((sentence) => readySentences.includes(sentence))
    .map((sentence) =>
      composer.fromAnswer(
        composer.say(`ready-${sentence}`),
        from('ready-sentences', `ready-sentences:${sentence}`),
      ),
    );
