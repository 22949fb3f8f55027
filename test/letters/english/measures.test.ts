import { describe, expect, it } from 'vitest';
import { write } from '../support/letters.ts';
import { fullAnswers } from '../support/roles.ts';

const NUMBERS = { 'unwell-for': '', 'hospital-admissions': '', 'medicines-tried': '' };

/** The same numbers on the pages that ask for them. */
const historyIn = ({ 'medicines-tried': tried, ...health }: typeof NUMBERS) => ({
  health,
  medicine: { 'medicines-tried': tried },
});

/** The paragraph that these numbers give, of the patient or of Amina. */
function historyOf(numbers: Partial<typeof NUMBERS>, role: 'patient' | 'carer-she' = 'patient'): string {
  const answers = {
    ...fullAnswers('second-opinion-treatment', role),
    background: {},
    'tried-to-resolve': {},
  };
  const { text } = write({ ...answers, ...historyIn({ ...NUMBERS, ...numbers }) });
  const [, ask = '', next = ''] = /\n(Please could you.*)\n\n(.*)\n/.exec(text) ?? [];
  expect(ask).not.toBe('');
  return next.includes('told that') ? '' : next;
}

describe('how long', () => {
  it.each([
    ['5 years', 'I have been unwell for 5 years.'],
    ['5 years.', 'I have been unwell for 5 years.'],
    ['5yrs', 'I have been unwell for 5yrs.'],
    ['5 YEARS', 'I have been unwell for 5 YEARS.'],
    ['2½ years', 'I have been unwell for 2½ years.'],
    ['5+ years', 'I have been unwell for 5+ years.'],
    ['about 10 yrs', 'I have been unwell for about 10 yrs.'],
    ['more than 20 years', 'I have been unwell for more than 20 years.'],
    ['3 or 4 months', 'I have been unwell for 3 or 4 months.'],
    ['1 year and 6 months', 'I have been unwell for 1 year and 6 months.'],
    ['five years or more', 'I have been unwell for five years or more.'],
    ['the last 2 years', 'I have been unwell for the last 2 years.'],
    ['10 years on and off', 'I have been unwell for 10 years on and off.'],
    ['a long time', 'I have been unwell for a long time.'],
    ['years', 'I have been unwell for years.'],
    ['most of my life', 'I have been unwell for most of my life.'],
    ['all my life', 'I have been unwell all my life.'],
    ['All my life', 'All my life, I have been unwell.'],
    ['since 2019', 'I have been unwell since 2019.'],
    ['2019', 'I have been unwell since 2019.'],
    ['about 2019', 'I have been unwell since about 2019.'],
    ['March 2019', 'I have been unwell since March 2019.'],
    ['since I was 12', 'I have been unwell since I was 12.'],
    ['Since I was 12', 'Since I was 12, I have been unwell.'],
    ['SINCE 2019', 'SINCE 2019, I have been unwell.'],
    ['For 5 years', 'For 5 years, I have been unwell.'],
    ['on and off since school', 'I have been unwell on and off since school.'],
    ['About 10 yrs', 'How long I have been unwell: About 10 yrs.'],
    ['Five years', 'How long I have been unwell: Five years.'],
    ['About 2019', 'How long I have been unwell: About 2019.'],
    ['5', 'How long I have been unwell: 5.'],
    ['5 years ago', 'How long I have been unwell: 5 years ago.'],
    ['3 weeks after the birth', 'How long I have been unwell: 3 weeks after the birth.'],
    ['from 2019 to 2021', 'How long I have been unwell: from 2019 to 2021.'],
    ['since I was 12. Worse now', 'How long I have been unwell: since I was 12. Worse now.'],
    ['a lot!', 'How long I have been unwell: a lot!'],
    ['not sure', ''],
    ['', ''],
  ])('"%s" gives: %s', (typed, sentence) => {
    expect(historyOf({ 'unwell-for': typed })).toBe(sentence);
  });

  it('turns with the person', () => {
    expect(historyOf({ 'unwell-for': 'Since 2019', 'medicines-tried': '2' }, 'carer-she')).toBe(
      'Since 2019, Amina has been unwell. In that time she has tried 2 medicines or mixes of medicines.',
    );
    expect(historyOf({ 'unwell-for': 'Not long' }, 'carer-she')).toBe(
      'How long Amina has been unwell: Not long.',
    );
  });

  it.each([
    ['1 year', 'I have taken my present medicine for 1 year. It has not'],
    ['Since 2023', 'Since 2023, I have taken my present medicine. It has not'],
    ['Too long', 'How long I have taken my present medicine: Too long. It has not'],
    ['', 'My present medicine has not'],
  ])('of the medicine, "%s" gives: %s', (typed, sentence) => {
    const medicine = { 'time-on-medicine': typed };
    const said = { 'not-improving': ['yes'] };
    const answers = fullAnswers('second-opinion-treatment', 'patient');
    expect(write({ ...answers, medicine, 'doctor-said': said }).text).toContain(
      `\n${sentence} brought much improvement.\n`,
    );
  });
});

describe('how many', () => {
  it.each([
    ['0', 'So far I have had no hospital admissions.'],
    ['none', 'So far I have had no hospital admissions.'],
    ['NONE', 'So far I have had no hospital admissions.'],
    ['Never.', 'So far I have had no hospital admissions.'],
    ['1', 'So far I have had 1 hospital admission.'],
    ['one', 'So far I have had one hospital admission.'],
    ['One', 'So far I have had 1 hospital admission.'],
    ['about one', 'So far I have had about one hospital admission.'],
    ['3', 'So far I have had 3 hospital admissions.'],
    ['three', 'So far I have had three hospital admissions.'],
    ['THREE', 'So far I have had 3 hospital admissions.'],
    ['about 5', 'So far I have had about 5 hospital admissions.'],
    ['4 or 5', 'So far I have had 4 or 5 hospital admissions.'],
    ['10+', 'So far I have had 10+ hospital admissions.'],
    ['several', 'So far I have had several hospital admissions.'],
    ['3 stays', 'So far I have had 3 stays.'],
    ['2 psychiatric admissions', 'So far I have had 2 psychiatric admissions.'],
    ['twice', 'So far I have been in hospital twice.'],
    ['three times', 'So far I have been in hospital three times.'],
    ['twice in 2019', 'Stays in hospital: twice in 2019.'],
    ['About 5', 'Stays in hospital: About 5.'],
    ['a lot', 'Stays in hospital: a lot.'],
    ["don't know", ''],
  ])('"%s" stays give: %s', (typed, sentence) => {
    expect(historyOf({ 'hospital-admissions': typed })).toBe(sentence);
  });

  it.each([
    ['none', 'So far I have tried no medicines.'],
    ['1', 'So far I have tried 1 medicine or mix of medicines.'],
    ['5', 'So far I have tried 5 medicines or mixes of medicines.'],
    ['at least 4 antidepressants', 'So far I have tried at least 4 antidepressants.'],
    ['twice', 'Medicines tried so far: twice.'],
    ['Too many to count', 'Medicines tried so far: Too many to count.'],
  ])('"%s" medicines give: %s', (typed, sentence) => {
    expect(historyOf({ 'medicines-tried': typed })).toBe(sentence);
  });

  it('joins what reads as numbers, and keeps the order of the questions', () => {
    expect(historyOf({ 'unwell-for': '5 years', 'hospital-admissions': '0', 'medicines-tried': 'six' })).toBe(
      'I have been unwell for 5 years. ' +
        'In that time I have had no hospital admissions and tried six medicines or mixes of medicines.',
    );
    expect(historyOf({ 'unwell-for': 'Ages', 'hospital-admissions': 'a lot', 'medicines-tried': '2' })).toBe(
      'How long I have been unwell: Ages. In that time I have tried 2 medicines or mixes of medicines. ' +
        'Stays in hospital: a lot.',
    );
  });
});
