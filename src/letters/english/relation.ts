import { insideSentence, withoutStop } from './typed.ts';

const KIND =
  '(?:older|younger|elder|eldest|youngest|big|little|twin|best|close|old|good|civil|long-term|main|full-time|unpaid|family|community|independent|volunteer|mental health|health|peer|next[- ]door)';
const PERSON =
  '(?:step-?|grand|great-|god|half |half-|foster |foster-|ex-|adoptive |co-)*(?:mother|mum|mam|mom|father|dad|parent|nan|nana|gran|grandma|grandad|sister|brother|sibling|twin|son|daughter|child|wife|husband|partner|spouse|fianc[eé]e?|girlfriend|boyfriend|friend|neighbour|carer|caregiver|aunt|auntie|uncle|niece|nephew|cousin|guardian|advocate|befriender|interpreter|landlady|landlord|housemate|flatmate|colleague|(?:support|social|key|youth|outreach|case) ?worker|care ?co-?ordinator|nurse|IMCA|IMHA)(?:-in-law)?';
const PLAIN = new RegExp(
  `^(?:${KIND} )*${PERSON}(?: (?:and|&) (?:${KIND} )*${PERSON})*(?: of the family)?(?: (?:at|from|with) .+)?$`,
  'i',
);
const WHOLE = /^(?:her|his|their|an?|the|one of) \p{L}/iu;
const SENTENCE = /^I(?:['’]m| am) /;
/** IMCA or IMHA, which keeps its capitals inside a sentence. */
const IS_ABBREVIATION = /^IMC?[HA]A?\b/;

/** How a relation fits into a sentence. */
export type Relation =
  /** "mother" as in "Amina's mother" */
  | { readonly is: 'of-patient'; readonly text: string }
  /** "a friend of the family" as in "I am a friend of the family" */
  | { readonly is: 'whole'; readonly text: string }
  /** "I'm her mum." */
  | { readonly is: 'sentence'; readonly text: string }
  /** A text that fits no sentence. */
  | { readonly is: 'as-typed'; readonly text: string };

/** How a typed relation fits into a sentence. */
export function relationOf(typed: string): Relation {
  const text = withoutStop(typed);
  if (SENTENCE.test(text)) return { is: 'sentence', text: typed };
  const inside = IS_ABBREVIATION.test(text) ? text : insideSentence(text);
  if (inside === undefined || /[.!?:;]\s/.test(text)) return { is: 'as-typed', text };
  if (PLAIN.test(inside)) return { is: 'of-patient', text: inside };
  return WHOLE.test(inside) && !/[,:;]/.test(inside)
    ? { is: 'whole', text: inside }
    : { is: 'as-typed', text };
}

const BY_RIGHT = {
  attorney: '(?:health and welfare )?(?:attorney|lpa)(?: for health and welfare)?',
  deputy: '(?:health and welfare )?deputy(?: for health and welfare)?',
  imca: '(?:imca|(?:independent mental capacity )?advocate(?: \\(imca\\))?)',
  imha: '(?:imha|(?:independent mental health )?advocate(?: \\(imha\\))?)',
} as const;

/**
 * What a relation adds to the legal authority that it repeats: '' for "attorney", "at Leeds Mind" for "IMCA
 * at Leeds Mind"; undefined if it says something else ("daughter").
 */
export function addsToRight(typed: string, right: keyof typeof BY_RIGHT): string | undefined {
  const same = new RegExp(
    `^(?:(?:her|his|their|the|an?) )?${BY_RIGHT[right]}(?: (?<rest>(?:at|from|with) .+))?$`,
    'i',
  );
  const found = same.exec(withoutStop(typed));
  return found ? (found.groups?.rest ?? '') : undefined;
}
