import type { legalAuthority, theirAgreement, whoFor, whoseLetter } from './questions/beginning.ts';
import type { AnswerOf } from './question.ts';

/** The answers that say for whom somebody acts, and by what right. */
export interface ActingAnswers {
  readonly 'who-for': AnswerOf<typeof whoFor>;
  readonly 'their-agreement'?: AnswerOf<typeof theirAgreement>;
  readonly 'legal-authority'?: AnswerOf<typeof legalAuthority>;
  readonly 'whose-letter'?: AnswerOf<typeof whoseLetter>;
}

/** By what right somebody acts for the patient; or why they may not. */
export type Standing =
  | { readonly right: 'own' }
  | { readonly right: 'agreement'; readonly writer: 'patient' }
  | { readonly right: 'agreement'; readonly writer: 'representative' }
  | { readonly right: 'authority'; readonly authority: 'attorney' | 'deputy' | 'imca' | 'imha' }
  | { readonly right: 'none'; readonly because: 'not-asked' | 'refused' | 'cannot-decide' };

/** The standing that the answers give. A missing answer gives no right. */
export function standingFrom(answers: ActingAnswers): Standing {
  if (answers['who-for'] === 'me') return { right: 'own' };
  const authority = answers['legal-authority'];
  switch (answers['their-agreement']) {
    case 'yes':
      return {
        right: 'agreement',
        writer: answers['whose-letter'] === 'theirs' ? 'patient' : 'representative',
      };
    case 'cannot-decide':
      return authority === undefined || authority === 'no'
        ? { right: 'none', because: 'cannot-decide' }
        : { right: 'authority', authority };
    case 'no':
      return { right: 'none', because: 'refused' };
    default:
      return { right: 'none', because: 'not-asked' };
  }
}

/** Whether a letter may be written: for oneself, with agreement or by legal authority (facts N.10, N.11). */
export const mayWriteLetter = (answers: ActingAnswers): boolean => standingFrom(answers).right !== 'none';

type PatientSigns = Extract<Standing, { readonly right: 'own' } | { readonly writer: 'patient' }>;

/** Whether the patient signs the letter. */
export const patientSigns = (standing: Standing): standing is PatientSigns =>
  standing.right === 'own' || (standing.right === 'agreement' && standing.writer === 'patient');
