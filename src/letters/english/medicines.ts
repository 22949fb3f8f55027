import { withoutStop } from './typed.ts';

/** The usual endings of the names of mental health medicines, and the names with other endings. */
const MEDICINE =
  /^(?:[a-z]{2,}(?:apine|etine|oxetine|idone|azole|traline|pram|azine|zepam|zolam|idol|faxine|triptyline|pramine|azodone|zapine|thixol|pixole|doxin|sulpride|lukast|tadine|propion|setron|amphetamine|phenidate|benzamide|barbital|piride|giline|olol|clone|spirone|tianeptine|oxepin)|lithium|valproate|depakote|epilim|lamotrigine|carbamazepine|topiramate|gabapentin|pregabalin|melatonin|promethazine|mirtazapine|agomelatine|vortioxetine|phenelzine|moclobemide|trazodone|flupentixol|zuclopenthixol|amisulpride|sulpiride|clonidine|guanfacine|methadone|buprenorphine|naltrexone|acamprosate|disulfiram|hydroxyzine|procyclidine|orphenadrine|dosulepin|doxepin|omeprazole|metformin|levothyroxine|prozac|zyprexa|seroquel|clozaril|abilify|risperdal|priadel|camcolit|efexor|effexor|valium|lamictal|concerta|ritalin|elvanse|strattera|cipralex|seroxat|lustral|zispin|tegretol|lyrica|depixol|clopixol|invega|xeplion)$/i;
const DOSE =
  /^(?:\d{1,4}(?:[.,/]\d{1,3})?(?:mg|mcg|g|ml|µg|micrograms?|milligrams?|mgs)?|mg|mcg|g|ml|µg|mgs|micrograms?|milligrams?|grams?|x\d|\d{1,2}x|½|half)$/i;
const HOW_OFTEN =
  /^(?:a|an|the|at|in|on|and|every|each|per|once|twice|three|times?|two|four|six|eight|one|daily|nightly|weekly|fortnightly|monthly|day|days|night|nights|nighttime|morning|mornings|evening|evenings|bedtime|noon|lunch|lunchtime|week|weeks|fortnight|month|months|am|pm|mane|nocte|od|bd|tds|qds|prn|as|when|needed|required|by|mouth|before|bed|with|food|tablets?|capsules?|depot|injections?|patch|patches|liquid|oral|drops?|mr|xl|sr|er|cr|la|slow|modified|prolonged|release|sodium|carbonate|hydrochloride|citrate|decanoate|dose)$/i;

/**
 * Whether a text only names a medicine with its dose and when it is taken, so that "I take …" can go before
 * it. Every word must be a known one: "stopped sertraline in May" and "various" stay as typed.
 */
export function isMedicine(text: string): boolean {
  const words = withoutStop(text)
    .split(/[\s,;()+&-]+|(?<=\d)\/(?=\D)/)
    .filter((word) => word !== '');
  return (
    words.length > 0 &&
    words.length < 21 &&
    (MEDICINE.test(words[0]!) || DOSE.test(words[0]!)) &&
    words.some((word) => MEDICINE.test(word)) &&
    words.every((word) => MEDICINE.test(word) || DOSE.test(word) || HOW_OFTEN.test(word.replace(/\.$/, '')))
  );
}
