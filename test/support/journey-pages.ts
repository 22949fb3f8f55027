/** The pages of a finished journey, besides its questions. */
export const JOURNEY_PAGES = [
  'plan',
  'check-answers',
  'letter',
  'save',
  'finish',
  'next-person',
  'card',
  'reminder',
  'record',
  'record/add',
] as const;
