import { checkboxes, radios } from '../fields/choice.ts';
import { question } from '../question.ts';

/** What does not seem right, and who decided it. */

export const concern = question('concern', (name) => radios(name, ['diagnosis', 'treatment', 'both']));

/** Who decides on a diagnosis or a treatment, and who answers when a second opinion is asked for. */
export const WHO_DECIDES = ['gp', 'psychiatrist', 'other-professional', 'not-sure'] as const;

export const decidedBy = question('decided-by', (name) => radios(name, WHO_DECIDES));

/** Reasons to doubt the diagnosis. */
export const DIAGNOSIS_REASONS = [
  'doctor-not-sure',
  'not-told-everything',
  'drugs-or-alcohol',
  'physical-health-or-medicine',
  'symptoms-changed',
  'doctors-differ',
  'does-not-fit',
  'hard-to-accept',
  'want-particular-diagnosis',
] as const;

export const diagnosisReasons = question('diagnosis-reasons', (name) =>
  checkboxes(name, [...DIAGNOSIS_REASONS, 'none-of-these'], { exclusive: ['none-of-these'] }),
);

/** Reasons that are for the plan alone, as the page promises. No letter, plan or print repeats them. */
const PRIVATE_REASONS = ['drugs-or-alcohol', 'not-told-everything', 'hard-to-accept'];

/** Whether an answer is one of the reasons that stay private. */
export const isPrivateReason = (slug: string, value: string): boolean =>
  slug === diagnosisReasons.slug && PRIVATE_REASONS.includes(value);

/** Reasons to doubt the treatment. */
export const TREATMENT_REASONS = [
  'medicine-not-helping',
  'side-effects',
  'not-reviewed',
  'want-therapy',
  'want-different-medicine',
  'want-dose-change',
  'no-options-left',
  'want-expert',
] as const;

export const treatmentReasons = question('treatment-reasons', (name) =>
  checkboxes(name, [...TREATMENT_REASONS, 'none-of-these'], { exclusive: ['none-of-these'] }),
);
