import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { everyField } from '../../src/questionnaire/every-field.ts';
import { LETTER_IDS } from '../../src/questionnaire/questions/people.ts';
import { CONTRACT } from '../support/contract.ts';
import { personaFor, ROLES } from '../support/personas.ts';

/** A question has five places in the repository. Each is checked, with what to do if a question is missing there. */
const CONTENT = new URL('../../content/questions/', import.meta.url);
const fieldsOfCode = allQuestions.inOrder.flatMap((placed) =>
  everyField(placed).map(({ name }) => `${placed.question.slug}: ${name}`),
);
const fieldsOfContract = CONTRACT.flatMap(({ slug, fields }) => fields.map(({ name }) => `${slug}: ${name}`));
const answered = LETTER_IDS.flatMap((letter) =>
  ROLES.flatMap((role) => Object.keys(personaFor(letter, role))),
);

const PLACES: readonly (readonly [whatToDo: string, has: readonly string[]])[] = [
  ['ask it in src/questionnaire/all-questions.ts', allQuestions.inOrder.map(({ question }) => question.slug)],
  [
    'write its words in content/questions/<slug>.md',
    readdirSync(CONTENT).map((file) => file.replace(/\.md$/, '')),
  ],
  ['add its row to TABLE in test/support/contract.ts', CONTRACT.map(({ slug }) => slug)],
  ['add a sample answer to it in test/support/personas.ts', answered],
];

/** Every question that is in any of the places. */
const EVERY = [...new Set(PLACES.flatMap(([, has]) => has))];

it.each(PLACES)('for a complete question: %s', (whatToDo, has) => {
  expect(
    EVERY.filter((slug) => !has.includes(slug)),
    `These questions are missing from one of their five places: ${whatToDo}, or remove them from the other four`,
  ).toEqual([]);
});

it('for a complete question: give it its fields in src/questionnaire/questions/', () => {
  expect(
    [...new Set(fieldsOfCode)].sort(),
    'The fields in src/questionnaire/questions/ and those of TABLE in test/support/contract.ts differ: add the rest',
  ).toEqual([...new Set(fieldsOfContract)].sort());
});
