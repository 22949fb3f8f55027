import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contentTexts, readTexts, viewTexts } from '../../scripts/texts.ts';
import { faultsOf, sentencesOf, wordsIn } from '../../scripts/word-rules.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('everything that a person reads keeps the hard rules', () => {
  const texts = readTexts(root);
  expect(texts.length).toBeGreaterThan(1000);
  expect(texts.flatMap(faultsOf)).toEqual([]);
});

describe('the rules', () => {
  const long = (words: number) => `So ${Array.from({ length: words - 1 }, () => 'word').join(' ')}.`;
  const faults = (text: string, kind: 'page' | 'letter' | 'error' = 'page', hasItalics = false) =>
    faultsOf({ file: 'a.md', kind, text, hasItalics }).map(({ fault }) => fault);

  it.each([
    ['page', 20],
    ['letter', 25],
    ['error', 20],
  ] as const)('allow a sentence of a %s up to %i words', (kind, limit) => {
    expect(faults(`A short one. ${long(limit)}`, kind)).toEqual([]);
    expect(faults(`A short one. ${long(limit + 1)}`, kind)).toEqual([`${limit + 1} words, ${limit} at most`]);
  });

  it.each([
    'People with mental illness',
    'mentally ill people',
    'She suffers from it',
    'a victim of it',
    'Simply ask',
    'It is just a form',
    'An easy step',
    'a simple form',
    'On 22/11/2026',
    'On the 3rd of May',
  ])('refuse: %s', (text) => expect(faults(text)).toHaveLength(1));

  it.each([
    'Rethink Mental Illness, the charity',
    'Ask for Easy Read',
    'It is easier to read',
    'an adjustment',
    'On 22 November 2026',
    'Please reply',
  ])('allow: %s', (text) => expect(faults(text)).toEqual([]));

  it.each(['Please enter a name', 'The date is invalid', 'Sorry, enter a name', 'Select an option'])(
    'refuse in an error message: %s',
    (text) => expect([faults(text), faults(text, 'error').length]).toEqual([[], 1]),
  );

  it('refuse italics', () => expect(faults('so', 'page', true)).toHaveLength(1));

  it('count words and sentences as a person would', () => {
    expect(sentencesOf('Ask Dr. Patel. Is it so? "Yes," you say.')).toHaveLength(3);
    expect(wordsIn('– a day’s “wait” … 2 weeks')).toBe(5);
  });
});

describe('collecting the texts', () => {
  const texts = (all: readonly { text: string }[]) => all.map(({ text }) => text);

  it('includes both voices, block by block, and leaves out what only the code reads', () => {
    const source =
      '---\ntitle: "{My|Their} view"\ngoes: plan\nfacts: ["3.4"]\n---\nOne **bold** word.\n\n- an item *so*\n';
    const read = contentTexts('content/advice/a.md', source);
    expect(texts(read)).toEqual(['My view', 'One bold word.', 'an item so', 'Their view']);
    expect(read.map(({ hasItalics }) => hasItalics)).toEqual([false, false, true, false]);
  });

  it('recognises an error message and a letter by their place', () => {
    const question = '---\ntitle: T\nfields:\n  a:\n    errors:\n      empty: Enter a\n---\n';
    expect(contentTexts('content/questions/a.md', question).map(({ kind }) => kind)).toEqual([
      'page',
      'error',
    ]);
    const letter = contentTexts('content/letters/a.md', '---\ntitle: T\n---\n## ask\nI am\nwriting.\n');
    expect(letter.map(({ kind, text }) => [kind, text])).toEqual([
      ['page', 'T'],
      ['letter', 'I am writing.'],
    ]);
  });

  it('includes the words of a view, and the sentences in its code', () => {
    const view = `<p>Ask <a href="/x"><%= it.whom %></a>.</p><% if (a) { %>Yes.<% } else { %>No.<% } %>
      <%- include('components/button', { text: 'Go on to it', classes: 'govuk-button' }) %>`;
    expect(texts(viewTexts('views/a.ejs', view))).toEqual(['Ask X.', 'Yes.', 'No.', 'Go on to it']);
  });
});
