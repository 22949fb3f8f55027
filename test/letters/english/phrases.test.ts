import { describe, expect, it } from 'vitest';
import { isCondition } from '../../../src/letters/english/conditions.ts';
import type { Voice } from '../../../src/letters/english/grammar.ts';
import { countOf, lengthOfTime } from '../../../src/letters/english/measures.ts';
import { isMedicine } from '../../../src/letters/english/medicines.ts';
import { addsToRight, relationOf } from '../../../src/letters/english/relation.ts';

/** Each table has what somebody typed, and what a sentence makes of it: '' if it is shown as typed, under a label. */
const OF_HERSELF: Voice = { person: 'third', fullName: 'Amina Khan', knownAs: 'Amina', pronoun: 'she' };

describe('how long', () => {
  it.each([
    ['5 years', 'for 5 years'],
    ['5 years.', 'for 5 years'],
    ['5yrs', 'for 5yrs'],
    ['2½ years', 'for 2½ years'],
    ['5+ years', 'for 5+ years'],
    ['about 10 yrs', 'for about 10 yrs'],
    ['About 10 yrs', 'for about 10 yrs'],
    ['Five years', 'for five years'],
    ['more than 20 years', 'for more than 20 years'],
    ['3 or 4 months', 'for 3 or 4 months'],
    ['1 year and 6 months', 'for 1 year and 6 months'],
    ['the last 2 years', 'for the last 2 years'],
    ['10 years on and off', 'for 10 years on and off'],
    ['A long time', 'for a long time'],
    ['Ages', 'for ages'],
    ['most of my life', 'for most of my life'],
    ['All my life', 'all my life'],
    ['for 5 years', 'for 5 years'],
    ['2019', 'since 2019'],
    ['March 2019', 'since March 2019'],
    ['about 2019', 'since about 2019'],
    ['Early 2020', 'since early 2020'],
    ['Since 2019', 'since 2019'],
    ['since I was 12', 'since I was 12'],
    ['Since my teens', 'since my teens'],
    ['since childhood', 'since childhood'],
    ['on and off since 2010', 'on and off since 2010'],
    ['since I was 15, on and off', ''],
    ['since I was 12. Worse now', ''],
    ['since it all went wrong', ''],
    ['since she was 12', ''],
    ['SINCE 2019', ''],
    ['FIVE YEARS', ''],
    ['5', ''],
    ['5 years ago', ''],
    ['3 weeks after the birth', ''],
    ['from 2019 to 2021', ''],
    ['a lot!', ''],
    ['Too long', ''],
  ])('"%s" becomes "%s"', (typed, told) => {
    expect(lengthOfTime(typed, { person: 'first' }) ?? '').toBe(told);
  });

  it('keeps one person’s age out of a letter about another', () => {
    expect(lengthOfTime('since I was 12', OF_HERSELF)).toBeUndefined();
    expect(lengthOfTime('All my life', OF_HERSELF)).toBeUndefined();
    expect(lengthOfTime('since she was 12', OF_HERSELF)).toBe('since she was 12');
    expect(lengthOfTime('all her life', OF_HERSELF)).toBe('all her life');
  });
});

describe('how many', () => {
  it.each([
    ['0', 'none 0'],
    ['Never', 'none never'],
    ['1', 'one 1'],
    ['One', 'one one'],
    ['3', 'several 3'],
    ['Three', 'several three'],
    ['about 5', 'several about 5'],
    ['About 5', 'several about 5'],
    ['4 or 5', 'several 4 or 5'],
    ['10+', 'several 10+'],
    ['several', 'several several'],
    ['3 stays', 'whole 3 stays'],
    ['Twice', 'times twice'],
    ['three times', 'times three times'],
    ['twice in 2019', ''],
    ['THREE', ''],
    ['a lot', ''],
    ['a couple of', ''],
    ['too many to count', ''],
  ])('"%s" is %s', (typed, told) => {
    const count = countOf(typed, / stays?$/);
    expect(count ? `${count.is} ${count.text}` : '').toBe(told);
  });
});

describe('the name of a condition', () => {
  it.each([
    'bipolar disorder',
    'Bipolar I.',
    'DEPRESSION AND ANXIETY',
    'PTSD, anxiety',
    'schizophrenia',
    'emotionally unstable personality disorder (EUPD)',
    'severe depression with psychotic symptoms',
  ])('"%s" is recognised', (typed) => expect(isCondition(typed)).toBe(true));

  it.each([
    'Undiagnosed',
    'waiting',
    'bipolar?',
    'maybe bipolar',
    'not bipolar',
    'it was called psychosis',
    'the same',
    'BPD. Later PTSD, they said',
    'disagree',
    '5',
    'severe',
    'no diagnosis yet',
  ])('"%s" is not recognised', (typed) => expect(isCondition(typed)).toBe(false));
});

describe('the name of a medicine', () => {
  it.each([
    'sertraline',
    'sertraline 50 mg once a day',
    '4mg risperidone',
    'Lithium 400mg nights, 200mg am',
    'quetiapine XL 300mg nocte',
    'aripiprazole 400 mg depot every 4 weeks',
    'olanzapine 10 mg and diazepam 2mg as needed',
  ])('"%s" is recognised', (typed) => expect(isMedicine(typed)).toBe(true));

  it.each([
    'stopped sertraline',
    'I take sertraline',
    'various',
    'sertraline. It was doubled',
    'see my list',
    '50 mg',
    'Sertraline 100mg (stopped in May)',
    'fluoxetine but I stopped',
    'fine',
    'medicine',
    '',
  ])('"%s" is not recognised', (typed) => expect(isMedicine(typed)).toBe(false));
});

describe('a relation', () => {
  it.each([
    ['Mum', 'of-patient mum'],
    ['Mother.', 'of-patient mother'],
    ['older sister and carer', 'of-patient older sister and carer'],
    ['step-mother', 'of-patient step-mother'],
    ['Advocate at Leeds Mind', 'of-patient advocate at Leeds Mind'],
    ['Friend of the family', 'of-patient friend of the family'],
    ['Her brother', 'whole her brother'],
    ['a friend', 'whole a friend'],
    ["I'm her mum", "sentence I'm her mum"],
    ['MOTHER', 'as-typed MOTHER'],
    ['we met at school', 'as-typed we met at school'],
  ])('"%s" becomes %s', (typed, told) => {
    const relation = relationOf(typed);
    expect(`${relation.is} ${relation.text}`).toBe(told);
  });

  it('that repeats the right to act adds only where the person works', () => {
    expect(addsToRight('IMCA', 'imca')).toBe('');
    expect(addsToRight('his attorney', 'attorney')).toBe('');
    expect(addsToRight('IMCA at Leeds Mind', 'imca')).toBe('at Leeds Mind');
    expect(addsToRight('daughter', 'attorney')).toBeUndefined();
  });
});
