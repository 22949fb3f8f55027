import type { FieldErrors } from '../../content/field-errors.ts';
import type { QuestionWords } from '../../content/questions.ts';
import type { ViewWords } from '../../content/views.ts';
import type { FieldError, FormInput } from '../../questionnaire/fields/field.ts';
import type { Form } from '../../questionnaire/question.ts';

/** The words of a form's page: a question, or an entry of the record. */
export type FormWords = Pick<QuestionWords, 'title' | 'fields' | 'errors'> &
  Partial<Pick<QuestionWords, 'html'>>;

/** A form to show. */
export interface ShownForm {
  readonly form: Form;
  /** Codes of errors that concern several fields together. */
  readonly codes: readonly string[];
  readonly words: FormWords;
  /** The messages for fields that have none of their own. */
  readonly fieldErrors: FieldErrors;
  /** The words of the fields that are the same on every page. */
  readonly labels: ViewWords['labels'];
  /** Whether the reader is the patient. */
  readonly own: boolean;
  /** What the fields hold: the answer, a draft, or an invalid submission. */
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
  /** Choices to mark as the plan's suggestion. */
  readonly suggested: readonly string[];
}
