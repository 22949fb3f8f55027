import { describe, expect, it } from 'vitest';
import { blockTexts } from '../../src/formats/block-texts.ts';
import { write } from './support/letters.ts';
import { fullAnswers, type Role } from './support/roles.ts';

interface Typed {
  readonly health?: Readonly<Record<string, string>>;
  readonly medicine?: Readonly<Record<string, string>>;
}

/** The text of each block between the first paragraph and the change that is wanted. */
function historyOf({ health = {}, medicine = {} }: Typed, role: Role = 'patient', leftOut: string[] = []) {
  const answers = { ...fullAnswers('review-treatment', role), background: {}, 'ready-sentences': {} };
  const { blocks } = write({ ...answers, health, medicine }, leftOut).document;
  const asks = blocks.findIndex(({ kind }) => kind === 'paragraph');
  const change = blocks.findIndex((block) => block.kind === 'list' && / like to:$/.test(block.intro));
  return blocks.slice(asks + 1, change).map((block) => blockTexts(block).join('|'));
}

const FITS = {
  health: { 'diagnosis-given': 'depression', 'unwell-for': 'Since 2019', 'hospital-admissions': 'Twice' },
  medicine: { 'current-medicine': 'sertraline 50 mg', 'time-on-medicine': '1 year', 'medicines-tried': '1' },
};

describe('the history', () => {
  it('is told in sentences when everything that was typed fits into one', () => {
    expect(historyOf(FITS)).toEqual([
      'The diagnosis that I have been given is depression. I have been unwell since 2019. ' +
        'In that time I have been in hospital twice. At the moment I take sertraline 50 mg. ' +
        'I have taken it for 1 year. I have tried 1 medicine so far.',
    ]);
  });

  it('is told in the third person about somebody else, and names them once', () => {
    expect(historyOf(FITS, 'carer-she')).toEqual([
      'The diagnosis that Amina has been given is depression. She has been unwell since 2019. ' +
        'In that time she has been in hospital twice. At the moment she takes sertraline 50 mg. ' +
        'She has taken it for 1 year. She has tried 1 medicine so far.',
    ]);
  });

  it('is shown as labels with the answers as typed when one of them fits no sentence', () => {
    const health = { ...FITS.health, 'unwell-for': 'since I was 15, on and off' };
    expect(historyOf({ ...FITS, health })).toEqual([
      'A short history:|Diagnosis given: depression|How long unwell: since I was 15, on and off|' +
        'Hospital admissions: Twice|Medicine now: sertraline 50 mg|Time on the present medicine: 1 year|' +
        'Medicines or mixes tried so far: 1',
    ]);
  });

  it.each([
    ['diagnosis-given', 'Under review', 'Diagnosis given: Under review'],
    ['unwell-for', '3', 'How long unwell: 3'],
    ['hospital-admissions', 'a lot', 'Hospital admissions: a lot'],
  ])('shows %s "%s" under a label', (field, typed, label) => {
    expect(historyOf({ health: { [field]: typed } })).toEqual([`A short history:|${label}`]);
  });

  it('is told in sentences again when the answer that did not fit is left out', () => {
    const health = { 'diagnosis-given': 'Under review', 'unwell-for': '5 years', 'hospital-admissions': '3' };
    expect(historyOf({ health }, 'patient', ['diagnosis-given'])).toEqual([
      'I have been unwell for 5 years. In that time I have had 3 hospital admissions.',
    ]);
    const withoutDiagnosis = { ...health, 'diagnosis-given': '' };
    expect(historyOf({ health: withoutDiagnosis }, 'carer-she', ['unwell-for'])).toEqual([
      'Amina has had 3 hospital admissions.',
    ]);
  });

  it('lists several medicines, each as it was typed', () => {
    expect(historyOf({ medicine: { 'current-medicine': 'sertraline\nStopped lithium' } })).toEqual([
      'Medicine now:|sertraline|Stopped lithium',
    ]);
  });

  it('says how long several medicines were taken below their list', () => {
    const medicine = { ...FITS.medicine, 'current-medicine': 'sertraline\nlithium' };
    expect(historyOf({ ...FITS, medicine }, 'carer-she')).toEqual([
      'The diagnosis that Amina has been given is depression. She has been unwell since 2019. ' +
        'In that time she has been in hospital twice.',
      'Medicine now:|sertraline|lithium',
      'Amina has taken her present medicines for 1 year. She has tried 1 medicine so far.',
    ]);
    const labels = { ...medicine, 'time-on-medicine': 'too long' };
    expect(historyOf({ ...FITS, medicine: labels })).toEqual([
      'A short history:|Diagnosis given: depression|How long unwell: Since 2019|Hospital admissions: Twice',
      'Medicine now:|sertraline|lithium',
      'Medicine so far:|Time on the present medicines: too long|Medicines or mixes tried so far: 1',
    ]);
  });

  it('is left out when nothing was given', () => {
    expect(historyOf({})).toEqual([]);
  });
});
