import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/content.ts';
import { ADVICE_IDS } from '../../src/rules/all-rules.ts';
import { allQuestions } from '../../src/questionnaire/all-questions.ts';
import { drawJourney, DRAWING } from '../../scripts/journey-drawing.ts';

const content = loadContent(fileURLToPath(new URL('../../content', import.meta.url)));

const drawing = await drawJourney(content);

describe('the drawing of the journey', () => {
  it('is the same as the stored one', () => {
    expect(readFileSync(DRAWING, 'utf8'), 'docs/journey.md is stale: run `npm run draw:journey`').toBe(
      drawing,
    );
  });

  it('has every question and every rule', () => {
    for (const { question } of allQuestions.inOrder)
      expect(drawing).toMatch(new RegExp(`^ +${question.slug}\\[`, 'm'));
    for (const id of ADVICE_IDS) expect(drawing).toContain(`\`${id}\``);
  });

  it('shows the condition of a question as it is in the code', () => {
    expect(drawing).toContain(`nickname[/"nickname<br>if a['who-for'] === 'client'"/]`);
    expect(drawing).toContain(`if isLetter(['review-treatment'])`);
    expect(drawing).toContain('Part 2: the letter, if mayWriteLetter');
  });
});
