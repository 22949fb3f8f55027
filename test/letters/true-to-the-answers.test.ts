import { describe, expect, it } from 'vitest';
import { write } from './support/letters.ts';
import { fullAnswers, shortAnswers } from './support/roles.ts';

describe('a sentence of ours is said only where the answers make it true', () => {
  it.each([
    [{ 'problem-areas': ['sleep'] }, [], 'would help me most.'],
    [{ 'problem-areas': ['sleep'], problems: 'feeling low' }, [], 'would help me most with these problems.'],
    [{ 'problem-areas': ['sleep'], problems: 'low' }, ['problem-areas:sleep'], 'would help me most.'],
  ])('"these problems" are several: %j without %j', (problems, leftOut, hope) => {
    expect(write({ ...shortAnswers('review-treatment'), problems }, leftOut).text).toContain(hope);
  });

  it('a full picture is more than one thing', () => {
    const one = { ...shortAnswers('review-diagnosis'), 'reasons-to-disagree': {} };
    expect(write(one).text).not.toContain('full picture');
    expect(write({ ...one, health: { 'unwell-for': '5 years' } }).text).toContain('the full picture.');
  });

  it.each([
    ['clozapine', 'His present medicine has not brought much improvement.'],
    ['clozapine\nlorazepam', 'His present medicines have not brought much improvement.'],
  ])('the present medicine is one or several: %j', (medicine, told) => {
    const answers = fullAnswers('second-opinion-treatment', 'attorney-he');
    expect(write({ ...answers, medicine: { 'current-medicine': medicine } }).text).toContain(told);
  });

  it.each([
    [{ 'reply-by': ['text'] }, 'Please reply to me by text message. '],
    [{ 'reply-by': [] }, 'Please reply to me. '],
  ])('a way of reply is named where one was chosen: %j', (reply, told) => {
    const answers = fullAnswers('review-treatment', 'patient');
    expect(write({ ...answers, 'reply-by': reply }).text).toContain(told);
  });
});

it('writes names and addresses as on an envelope', () => {
  const { text } = write({
    ...fullAnswers('review-treatment', 'patient'),
    patient: { 'patient-name': 'Jo-Anne  O’Neill' },
    contact: { address: '12  Mill Lane,\nLeeds' },
    doctor: { 'doctor-name': 'FAO: Dr  Patel,', 'doctor-address': 'Park  Surgery,\nLeeds' },
  });
  expect(text).toContain('\n\nJo-Anne O’Neill\n12 Mill Lane\nLeeds\n\n');
  expect(text).toContain('\n\nDr Patel\nPark Surgery\nLeeds\n\nDear Dr Patel,\n');
});
