import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LETTER_IDS } from '../../src/questionnaire/questions/people.ts';
import { type Kept, write } from './support/letters.ts';
import { fullAnswers, type Role, ROLES, shortAnswers } from './support/roles.ts';

const folder = fileURLToPath(new URL('./golden/', import.meta.url));
const isUpdate = process.env.UPDATE_GOLDEN === '1';
const HOW_TO_ACCEPT =
  'The letter differs from the one that was read and accepted. Read it as the doctor who gets it. If it is better, ' +
  "accept it with: UPDATE_GOLDEN=1 npx vitest run test/letters/golden.test.ts, and read the files' diff.";

function expectGolden(name: string, kept: Kept): void {
  const file = `${folder}${name}.txt`;
  const { text } = write(kept);
  if (isUpdate) writeFileSync(file, text);
  expect(text, `${name}: ${HOW_TO_ACCEPT}`).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
}

describe.each(LETTER_IDS)('%s', (letter) => {
  it.each(Object.keys(ROLES) as Role[])('is the letter that was read and accepted, from %s', (role) => {
    expectGolden(`${letter}.${role}`, fullAnswers(letter, role));
  });

  it('is the letter that was read and accepted, with only what is required', () => {
    expectGolden(`${letter}.patient-short`, shortAnswers(letter));
  });
});
