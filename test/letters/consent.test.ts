import { describe, expect, it } from 'vitest';
import { LETTER_IDS } from '../../src/questionnaire/questions/people.ts';
import { renderPlainText } from '../../src/formats/plain-text.ts';
import { write } from './support/letters.ts';
import { fullAnswers, type Role } from './support/roles.ts';

const slipOf = (letter: (typeof LETTER_IDS)[number], role: Role) => {
  const answers = fullAnswers(letter, role);
  const { title, blocks } = write({
    ...answers,
    ...(role === 'carer-she'
      ? { writer: { 'writer-name': 'Idris Khan', relationship: 'Brother', organisation: 'Leeds Carers' } }
      : {}),
  }).document;
  const start = blocks.findIndex(({ kind }) => kind === 'new-page');
  return {
    letter: blocks.slice(0, start),
    slip: start < 0 ? '' : renderPlainText({ title, blocks: blocks.slice(start + 1) }),
  };
};

describe.each(LETTER_IDS)('%s', (letter) => {
  it.each(['patient', 'client-signs', 'attorney-he', 'imca-they'] as const)(
    'has no consent page from %s',
    (role) => {
      const { text, document } = write(fullAnswers(letter, role));
      expect(document.blocks.map(({ kind }) => kind)).not.toContain('new-page');
      expect(text).not.toMatch(/consent|agreed|agrees/i);
    },
  );

  it('ends with a page to tick and sign when the person agreed and somebody else writes', () => {
    const sharing = '☐ that letter and my health record may be shared with the second doctor\n';
    const asking =
      letter === 'complaint'
        ? '☐ Idris Khan may make the complaint in the letter of 22 November 2026 for me\n' +
          '☐ Idris Khan may get the answer to that complaint\n'
        : '☐ Idris Khan may make the request in the letter of 22 November 2026 for me\n' +
          '☐ Idris Khan may get the reply to that letter\n';
    const { letter: before, slip } = slipOf(letter, 'carer-she');
    expect(before.at(-1)).toEqual({
      kind: 'signed',
      lines: ['Idris Khan', 'Leeds Carers', 'on behalf of Amina Khan'],
    });
    expect(slip.replaceAll(/_{3,}/g, '__')).toBe(`Consent

Name: Amina Khan
Date of birth: 4 March 1988
NHS number: 999 000 0018
Address: 7 Park Row, Leeds, LS1 5HD

Who writes for me: Idris Khan
Relationship to me: Brother
Organisation: Leeds Carers
Address: 12 Mill Lane, Leeds, LS1 4AB
Telephone: 0113 496 0000
Email: letters@example.org

I agree to each thing that I have ticked.

${asking}☐ staff may talk with Idris Khan about my health record
${letter.startsWith('second') || letter === 'ask-reasons' ? sharing : ''}
This lasts until (date): __

I may withdraw this at any time by telling staff.

Signature of Amina Khan: __

Date: __
`);
  });

  it('never mentions the consent page in the letter itself', () => {
    expect(JSON.stringify(slipOf(letter, 'carer-she').letter)).not.toMatch(/consent|enclos|attach/i);
  });
});

it('no letter, and so no consent page, is made without the right to act', () => {
  const answers = fullAnswers('review-treatment', 'imca-they');
  for (const refusal of ['no', 'not-asked']) {
    expect(() => write({ ...answers, 'their-agreement': { 'their-agreement': refusal } })).toThrow(
      'without a letter',
    );
  }
  expect(() => write({ ...answers, 'legal-authority': { 'legal-authority': 'no' } })).toThrow(
    'without a letter',
  );
});
