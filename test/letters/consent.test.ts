import { describe, expect, it } from 'vitest';
import { LETTER_IDS } from '../../src/questionnaire/questions/people.ts';
import { caseOf, write } from './support/letters.ts';
import { fullAnswers, type Role } from './support/roles.ts';

const slipOf = (letter: (typeof LETTER_IDS)[number], role: Role) => {
  const { blocks } = write(fullAnswers(letter, role)).document;
  const start = blocks.findIndex(({ kind }) => kind === 'new-page');
  return { letter: blocks.slice(0, start), slip: start < 0 ? [] : blocks.slice(start + 1) };
};

describe.each(LETTER_IDS)('%s', (letter) => {
  it.each(['patient', 'client-signs', 'attorney-he', 'imca-they'] as const)('has no slip from %s', (role) => {
    const { text, document } = write(fullAnswers(letter, role));
    expect(document.blocks.map(({ kind }) => kind)).not.toContain('new-page');
    expect(text).not.toMatch(/consent|agree/i);
  });

  it('ends with the slip where the person agreed and somebody else writes', () => {
    const { letter: before, slip } = slipOf(letter, 'carer-she');
    expect(before.at(-1)).toEqual({ kind: 'signed', lines: ['Idris Khan', 'on behalf of Amina Khan'] });
    expect(slip.map(({ kind }) => kind)).toEqual([
      ...['heading', 'reference', 'paragraph', 'tick-box', 'tick-box', 'tick-box', 'write-in', 'paragraph'],
      ...['write-in', 'write-in'],
    ]);
    expect(slip[0]).toEqual({ kind: 'heading', text: 'Consent' });
  });

  it('says in the third person who may do what, about which letter, and that it may be withdrawn', () => {
    const { slip } = slipOf(letter, 'carer-she');
    const words = JSON.stringify(slip);
    expect(words).toContain('Amina Khan agrees that Idris Khan may do what is ticked here:');
    expect(words).toContain('the letter of 22 November 2026');
    expect(words).toContain('get the reply');
    expect(words).toContain('health record of Amina Khan');
    expect(words).toContain('until');
    expect(words).toContain('Amina Khan may withdraw this at any time');
    expect(words).toContain('Signature of Amina Khan');
    expect(words).not.toMatch(/\b(?:I|me|my|you|your)\b/i);
  });

  it('never says in the letter that consent comes with it', () => {
    expect(JSON.stringify(slipOf(letter, 'carer-she').letter)).not.toMatch(/consent|enclos|attach/i);
  });
});

it('makes no letter, and so no slip, without the right to act', () => {
  const answers = fullAnswers('review-treatment', 'imca-they');
  for (const refusal of ['no', 'not-asked']) {
    expect(() => caseOf({ ...answers, 'their-agreement': { 'their-agreement': refusal } })).toThrow(
      'without a letter',
    );
  }
  expect(() => caseOf({ ...answers, 'legal-authority': { 'legal-authority': 'no' } })).toThrow(
    'without a letter',
  );
});
