import { radios } from '../fields/choice.ts';
import { question } from '../question.ts';
import { fullName } from '../fields/name.ts';

/** What brings this person here, whom it is for, and by what right. */

export const helpWith = question('help-with', (name) =>
  radios(name, ['advice-and-letter', 'letter-only', 'quick-letter']),
);

export const whoFor = question('who-for', (name) => radios(name, ['me', 'family-or-friend', 'client']));

export const nickname = question('nickname', (name) => fullName(name));

export const theirAgreement = question('their-agreement', (name) =>
  radios(name, ['yes', 'not-asked', 'no', 'cannot-decide']),
);

export const legalAuthority = question('legal-authority', (name) =>
  radios(name, ['attorney', 'deputy', 'imca', 'imha', 'no']),
);

export const whoseLetter = question('whose-letter', (name) => radios(name, ['theirs', 'mine']));

export const nation = question('nation', (name) =>
  radios(name, ['england', 'wales', 'scotland', 'northern-ireland']),
);

export const detained = question('detained', (name) =>
  radios(name, ['no', 'section', 'community-order', 'in-hospital-by-choice', 'not-sure']),
);

/** Whether somebody is held, or treated in the community, under mental health law. */
export const isUnderTheAct = ({ detained: answer }: { readonly detained?: string | undefined }): boolean =>
  answer === 'section' || answer === 'community-order';

/** Whether this person is a patient on a ward, under the Act or by choice. */
export const isOnWard = ({ detained: answer }: { readonly detained?: string | undefined }): boolean =>
  answer === 'section' || answer === 'in-hospital-by-choice';
