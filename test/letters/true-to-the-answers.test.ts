import { describe, expect, it } from 'vitest';
import { write } from './support/letters.ts';
import { fullAnswers, shortAnswers } from './support/roles.ts';

describe('our own sentences are used only if the answers make them true', () => {
  it("a doubt is the patient's own in their own letter, and in a carer's letter nobody's in particular", () => {
    const letterText = (role: 'patient' | 'carer-she') =>
      write(fullAnswers('second-opinion-diagnosis', role)).text;
    expect(letterText('patient')).toContain('To me the diagnosis does not seem right, for these reasons:');
    expect(letterText('carer-she')).toContain('The diagnosis does not seem right, for these reasons:');
  });

  it('"the right diagnosis" is mentioned once', () => {
    const answers = fullAnswers('review-diagnosis', 'patient');
    const chosen = { 'ready-sentences': { 'ready-sentences': ['right-diagnosis'] } };
    expect(write({ ...answers, ...chosen }).text.match(/right diagnosis/g)).toHaveLength(1);
    expect(write({ ...answers, 'ready-sentences': {} }).text).toContain('so that I get the right diagnosis');
  });

  it('"the full picture" needs more than one answer', () => {
    const one = { ...shortAnswers('review-diagnosis'), 'reasons-to-disagree': {} };
    expect(write(one).text).not.toContain('full picture');
    expect(write({ ...one, health: { 'unwell-for': '5 years' } }).text).toContain('the full picture.');
  });

  it.each([
    ['clozapine', 'His present medicine has not brought much improvement.'],
    ['clozapine\nlorazepam', 'His present medicines have not brought much improvement.'],
  ])('"medicine" is singular or plural: %j', (medicine, told) => {
    const answers = fullAnswers('second-opinion-treatment', 'attorney-he');
    expect(write({ ...answers, medicine: { 'current-medicine': medicine } }).text).toContain(told);
  });

  it.each([
    [{ 'reply-by': ['text'] }, 'Please reply to me by text message. '],
    [{ 'reply-by': [] }, 'Please reply to me. '],
  ])('a way to reply is named if one was chosen: %j', (reply, told) => {
    const answers = fullAnswers('review-treatment', 'patient');
    expect(write({ ...answers, 'reply-by': reply }).text).toContain(told);
  });
});

it('names and addresses are written as on an envelope', () => {
  const { text } = write({
    ...fullAnswers('review-treatment', 'patient'),
    patient: { 'patient-name': 'Jo-Anne  O’Neill' },
    contact: { address: '12  Mill Lane,\nLeeds' },
    doctor: { 'doctor-name': 'FAO: Dr  Patel,', 'doctor-address': 'Park  Surgery,\nLeeds' },
  });
  expect(text).toContain('\n\nJo-Anne O’Neill\n12 Mill Lane\nLeeds\n\n');
  expect(text).toContain('\n\nDr Patel\nPark Surgery\nLeeds\n\nDear Dr Patel,\n');
});
