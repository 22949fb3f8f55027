import { describe, expect, it } from 'vitest';
import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { everyField } from '../../src/questionnaire/every-field.ts';
import { LETTER_IDS } from '../../src/questionnaire/questions/people.ts';
import type { ReadySentence } from '../../src/questionnaire/questions/ready-sentences.ts';
import { sentenceFor } from '../../src/letters/parts/ready-sentences.ts';
import { visitTo, walkThrough } from '../../src/questionnaire/ordered-questions.ts';
import { asKept } from '../support/kept.ts';
import { TODAY, WORDS, write } from './support/letters.ts';
import { fullAnswers, ROLES, type Role } from './support/roles.ts';
import { theContent } from '../support/services.ts';

const LABELS = theContent().questions;
const EVERY = allQuestions.inOrder
  .filter(({ question }) => question.slug === 'ready-sentences')
  .flatMap(everyField)
  .flatMap(({ values }) => values) as readonly ReadySentence[];

describe.each(LETTER_IDS)('%s', (letter) => {
  it.each(Object.keys(ROLES) as Role[])('by %s has a ready sentence only if it was chosen', (role) => {
    const answers = fullAnswers(letter, role);
    const visit = visitTo(walkThrough(allQuestions, asKept(answers), TODAY), 'ready-sentences');
    const offered = (visit?.form.fields[0]?.values ?? []) as readonly ReadySentence[];
    const { voice } = write(answers).people;
    for (const sentence of EVERY) {
      const { text } = write({ ...answers, 'ready-sentences': { 'ready-sentences': [sentence] } });
      const isSaid = offered.includes(sentence);
      for (const other of EVERY) {
        const words = sentenceFor(WORDS[letter], other, voice);
        expect(text.includes(words), `${sentence}: ${other}`).toBe(isSaid && other === sentence);
      }
    }
  });
});

it('the page shows each sentence as it is in a patient’s own letter', () => {
  const { options } = LABELS.oneself.get('ready-sentences')!.fields['ready-sentences']!;
  for (const sentence of EVERY)
    expect(options[sentence]!.label).toBe(
      sentenceFor(WORDS['review-treatment'], sentence, { person: 'first' }),
    );
});

it('no feeling or opinion is in a letter unless it was chosen', () => {
  for (const letter of LETTER_IDS) {
    const { text } = write({ ...fullAnswers(letter, 'patient'), 'ready-sentences': {} });
    expect(text).not.toMatch(
      /\b(?:worr\w+|quality of life|respect|recovery|unlikely|certain|feel(?! low)|think|believe|sorry)\b/i,
    );
  }
});
