import { reviewDiagnosis } from './review-diagnosis.ts';
import { reviewTreatment } from './review-treatment.ts';
import { secondOpinionDiagnosis } from './second-opinion-diagnosis.ts';
import { secondOpinionTreatment } from './second-opinion-treatment.ts';
import type { Letter } from './letter.ts';

/** The four letters, in the order in which they are offered. */
export const LETTERS: readonly Letter[] = [
  reviewTreatment,
  secondOpinionTreatment,
  reviewDiagnosis,
  secondOpinionDiagnosis,
];
