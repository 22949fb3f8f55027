import { describe, expect, it } from 'vitest';
import { greetingFor } from '../../../src/letters/english/greeting.ts';
import { write } from '../support/letters.ts';
import { fullAnswers } from '../support/roles.ts';

const dear = (name: string) => {
  const greeting = greetingFor({ 'doctor-name': name });
  return greeting.to === 'person' ? greeting.name : greeting.to;
};

describe('the greeting', () => {
  it.each([
    ['Dr Patel', 'Dr Patel'],
    ['Dr Patel,', 'Dr Patel'],
    ['dr patel', 'Dr Patel'],
    ['dr van der berg', 'Dr van der Berg'],
    ['dr o’neill-smith', 'Dr O’Neill-Smith'],
    ['MRS SMITH', 'Mrs SMITH'],
    ['Dr. Patel', 'Dr Patel'],
    ['prof lee', 'Prof Lee'],
    ['Professor Sam P.', 'Professor Sam P.'],
    ['Dr Đỗ Thị Mai', 'Dr Đỗ Thị Mai'],
    ['Anil Patel', 'Anil Patel'],
    ['Dear Dr Patel', 'Dr Patel'],
    ['Dear Dear Dr Patel,', 'Dr Patel'],
    ['FAO Dr Patel', 'Dr Patel'],
    ['FAO: dr patel', 'Dr Patel'],
    ['for the attention of Dr Patel', 'Dr Patel'],
    ['Mr Singh (consultant)', 'Mr Singh'],
    ['Mr Singh [consultant', 'Mr Singh'],
    ['Dr A Patel, MRCPsych', 'Dr Patel'],
    ['Dr A Patel MRCPsych', 'Dr Patel'],
    ['Professor S. Lee', 'Professor Lee'],
    ['FAO Mr J.R. O’Neill', 'Mr O’Neill'],
    ['dr d. o’neill', 'Dr O’Neill'],
    ['S. Lee', 'S. Lee'],
    ['Dr Patel consultant psychiatrist', 'Dr Patel'],
    ['consultant psychiatrist Dr Patel', 'Dr Patel'],
    ['Mrs J Smith-Jones - pharmacist', 'Mrs Smith-Jones'],
    ['Dr Patel and team', 'Dr Patel'],
    ['Patel, Dr', 'Dr Patel'],
    ['Dr Nurse', 'Dr Nurse'],
    ['Dr Ward', 'Dr Ward'],
  ])('for "%s" is to %s', (typed, name) => {
    expect(dear(typed)).toBe(name);
  });

  it.each([
    'The crisis team',
    'CMHT North',
    'Community Mental Health Team',
    "Dr Patel's team",
    'the memory clinic',
  ])('for "%s" is "Dear Team,"', (typed) => expect(dear(typed)).toBe('team'));

  it.each([
    ...[
      '',
      'whoever is on duty',
      'my GP',
      'Dr',
      'Dear Doctor',
      'the duty doctor',
      'The consultant',
      'Park Surgery',
    ],
    ...[
      'To whom it may concern',
      'Dear Sir or Madam',
      'someone who can help',
      'room 12',
      'the one I saw last time?',
    ],
  ])('for "%s" is "Dear Doctor,"', (typed) => expect(dear(typed)).toBe('doctor'));
});

it.each([
  ['', '', 'Dear Doctor,', 'faithfully', 'Park'],
  ['gp', '', 'Dear Doctor,', 'faithfully', 'The GP'],
  ['psychiatrist', 'Dear dr patel', 'Dear Dr Patel,', 'sincerely', 'dr patel'],
  ['psychiatrist', 'FAO: Dr  Patel,', 'Dear Dr Patel,', 'sincerely', 'Dr Patel'],
  ['', 'To whom it may concern', 'Dear Doctor,', 'faithfully', 'To whom it may concern'],
  ['psychiatrist', 'The crisis team', 'Dear Team,', 'faithfully', 'The crisis team'],
  ['gp', 'not sure', 'Dear Doctor,', 'faithfully', 'The GP'],
])(
  'a letter to %s "%s" begins "%s", ends Yours %s, and is addressed to %s',
  (role, name, begins, close, to) => {
    const doctor = { 'doctor-role': role, 'doctor-name': name, 'doctor-address': 'Park' };
    const { text } = write({ ...fullAnswers('review-treatment', 'patient'), doctor });
    expect(text).toContain(`\n\n${to}\n`);
    expect(text).toContain(`\n${begins}\n`);
    expect(text).toContain(`\nYours ${close}\n`);
  },
);
