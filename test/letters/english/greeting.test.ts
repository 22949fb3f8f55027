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
    ['Dr.Patel', 'Dr Patel'],
    ['Prof.Jones', 'Prof Jones'],
    ['Dr. med. Patel', 'Dr Patel'],
    ['Dear Dr. Dr. Patel', 'Dr Patel'],
    ['Professor Sir Simon Lee', 'Professor Sir Simon Lee'],
    ['"Dr Smith"', 'Dr Smith'],
    ['“Dr Smith”', 'Dr Smith'],
    ["'Dr Smith'", 'Dr Smith'],
    ['‘Dr Smith’', 'Dr Smith'],
    ['(Dr Patel)', 'Dr Patel'],
    ['Dr Patel (Tuesdays)', 'Dr Patel'],
    ['Dr Patel c/o reception', 'Dr Patel'],
    ['Dr Patel at Park Clinic', 'Dr Patel'],
    ['DR PATEL AT PARK CLINIC', 'Dr PATEL'],
    ['Dr Patel from the crisis team', 'Dr Patel'],
    ['Dr Patel crisis team', 'Dr Patel'],
    ['Dr Patel Park Surgery', 'Dr Patel'],
    ['Dr Patel via reception please', 'Dr Patel'],
    ['Dr Patel re: my letter', 'Dr Patel'],
    ['Dr Patel?', 'Dr Patel'],
    ['Dr Patel or colleague', 'Dr Patel'],
    ['Dr Patel or whoever is on duty', 'Dr Patel'],
    ['Dr Patel & colleagues', 'Dr Patel'],
    ['Dr Patel and Dr Jones', 'Dr Patel and Dr Jones'],
    ['dr patel and nurse jones', 'Dr Patel and Nurse Jones'],
    ['Mr & Mrs Jones', 'Mr & Mrs Jones'],
    ['mr and mrs jones', 'Mr and Mrs Jones'],
    ['Mr/Mrs Jones', 'Mr or Mrs Jones'],
    ['my doctor Dr Patel', 'Dr Patel'],
    ['my doctor is Dr Patel', 'Dr Patel'],
    ['Patel, Dr A', 'Dr Patel'],
    ['Dr I Patel', 'Dr Patel'],
    ['Dr To', 'Dr To'],
    ['Dr de Souza', 'Dr de Souza'],
    ["dr o'neill", "Dr O'Neill"],
    ['dr mcdonald', 'Dr McDonald'],
    ['dr macdonald', 'Dr Macdonald'],
    ['A Patel', 'A Patel'],
    ['Kate from reception', 'Kate'],
    ['Mrs Jane Smith Practice Manager', 'Mrs Jane Smith'],
    ['Jane Smith, practice manager', 'Jane Smith'],
    ['Practice Manager: Mrs Smith', 'Mrs Smith'],
  ])('for "%s" is to %s', (typed, name) => {
    expect(dear(typed)).toBe(name);
  });

  it.each([
    'The crisis team',
    'CMHT North',
    'Community Mental Health Team',
    "Dr Patel's team",
    'the memory clinic',
    'Ward 4',
    'all staff',
    'the team at Park Clinic',
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
    ...[
      'not sure of the name',
      "don't know the name",
      'do not know his name',
      'n/a',
      'unknown',
      'name not known',
    ],
    ...['Dear all', 'Dear both', 'Hi there', 'everybody', 'FAO whoever', 'Sir or Madam', 'Dear Sirs'],
    ...['RC', 'my RC', 'CPN', 'GP', 'A&E', 'PALS', 'Older adults', 'TBC', 'xxx', 'Out of hours GP'],
    ...['the doctor who saw me in May', 'doctor on duty', 'Dr on call', 'Dr unknown', 'doctor I saw'],
    ...[
      'the psychiatrist at Park Clinic',
      'memory clinic doctor',
      'the ward manager',
      'The Practice Manager',
    ],
    ...[
      "Dr Patel's secretary",
      'PA to Dr Patel',
      'locum for Dr Patel',
      'anyone but Dr Patel',
      'not Dr Patel',
    ],
    ...['Nurse Practitioner', '[name]', 'Dr (name)'],
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
  ['gp', 'Dr.Patel', 'Dear Dr Patel,', 'sincerely', 'Dr.Patel'],
  ['gp', 'Dear all', 'Dear Doctor,', 'faithfully', 'all'],
  ['psychiatrist', 'not sure of the name', 'Dear Doctor,', 'faithfully', 'not sure of the name'],
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
