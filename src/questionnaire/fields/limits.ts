/** How long an answer may be, in code points after NFC. */
export const LIMITS = {
  name: 100,
  line: 200,
  email: 254,
  telephone: 200,
  addressLines: 8,
  listItems: 20,
  listItem: 500,
  longText: 5000,
  /** One box of a date, which can hold a whole date that was pasted: "Wednesday the 27th of September, 2006". */
  datePart: 50,
  nhsNumber: 50,
} as const;

/**
 * How many UTF-16 units as submitted can still be an answer of so many code points: letters of several marks, halves
 * of a character, line ends of two, and some space. What is longer is refused before anything else is done with it.
 */
export const mostUnits = (codePoints: number): number => 4 * codePoints + 1000;
