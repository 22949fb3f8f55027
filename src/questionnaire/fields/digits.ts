/** The text with the digits of any script (٢٧, २७, ２７) as 0 to 9. */
export const plainDigits = (text: string): string => text.replace(/[^\P{Nd}0-9]/gu, valueOf);

/** Unicode keeps the ten digits of a script together, in order. */
function valueOf(digit: string): string {
  const code = digit.codePointAt(0)!;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}
