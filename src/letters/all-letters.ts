import type { LetterId } from '../questionnaire/questions/people.ts';
import { askReasons } from './ask-reasons.ts';
import { chaser } from './chaser.ts';
import { complaint } from './complaint.ts';
import { fundingReview } from './funding-review.ts';
import type { Letter } from './letter.ts';
import { reviewDiagnosis } from './review-diagnosis.ts';
import { reviewTreatment } from './review-treatment.ts';
import { secondOpinionDiagnosis } from './second-opinion-diagnosis.ts';
import { secondOpinionTreatment } from './second-opinion-treatment.ts';

/** The letters, by id. */
export const LETTERS: Readonly<Record<LetterId, Letter>> = {
  'review-treatment': reviewTreatment,
  'second-opinion-treatment': secondOpinionTreatment,
  'review-diagnosis': reviewDiagnosis,
  'second-opinion-diagnosis': secondOpinionDiagnosis,
  chaser,
  'ask-reasons': askReasons,
  complaint,
  'funding-review': fundingReview,
};
