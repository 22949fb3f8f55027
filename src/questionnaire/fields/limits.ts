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
  /** One box of a date, which can hold a pasted whole date: "Wednesday the 27th of September, 2006". */
  datePart: 50,
  nhsNumber: 50,
} as const;

/**
 * The most UTF-16 units that an answer of so many code points can take as submitted: combining marks,
 * surrogate pairs, two-character line ends and some spare space. Longer input is refused before any other
 * work.
 */
export const mostUnits = (codePoints: number): number => 4 * codePoints + 1000;
