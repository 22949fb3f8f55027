import type { LetterCase, Writer } from '../case.ts';
import type { Composer } from '../composer.ts';
import { withStop } from '../english/typed.ts';

type Representative = Extract<Writer, { is: 'representative' }>;
type Right = Representative['right'];

const KIND =
  '(?:older|younger|elder|eldest|youngest|big|little|twin|best|close|old|good|civil|long-term|main|full-time|unpaid|family|community|independent|volunteer|mental health|health)';
const PERSON =
  '(?:step|grand|great-|god|half|half-|foster|foster |ex-|co-)*(?:mother|mum|mam|father|dad|parent|nan|gran|sister|brother|sibling|twin|son|daughter|child|wife|husband|partner|spouse|fianc[eé]e?|girlfriend|boyfriend|friend|neighbour|carer|caregiver|aunt|auntie|uncle|niece|nephew|cousin|guardian|advocate|befriender|(?:support|social|key|youth|outreach|case) ?worker|care ?coordinator|nurse|IMCA|IMHA)(?:-in-law)?';
/** Relations that read well after a name: "Amina's older brother", "Amina's advocate at Leeds Mind". */
const PLAIN_RELATION = new RegExp(
  `^(?:${KIND} )*${PERSON}(?: (?:and|&) (?:${KIND} )*${PERSON})*(?: (?:at|from|with) .+)?$`,
);
/** Relations that are whole as they are: "her sister", "a friend of the family". */
const WHOLE_RELATION = /^(?:her|his|their|the|an?|one of) /;
/** Relations that the sentence about the writer's right says already. */
const SAID_BY_RIGHT: Readonly<Partial<Record<Right, RegExp>>> = {
  attorney: /^(?:(?:her|his|their) )?(?:health and welfare )?attorney(?: for health and welfare)?$/i,
  deputy: /^(?:(?:her|his|their) )?(?:health and welfare )?deputy(?: for health and welfare)?$/i,
  imca: /^(?:(?:her|his|their) )?(?:imca|(?:independent mental capacity )?advocate(?: \(imca\))?)$/i,
  imha: /^(?:(?:her|his|their) )?(?:imha|(?:independent mental health )?advocate(?: \(imha\))?)$/i,
};
const SENTENCE = /^I(?:['’]m| am) /;

/**
 * Who writes for the patient, in what relation and by what right (facts N.10, N.11); nothing where the patient writes.
 */
export function introduction({ writer }: LetterCase, composer: Composer): string[] {
  if (writer.is === 'patient') return [];
  const right = composer.say(`writer-right-${writer.right}`);
  return SAID_BY_RIGHT[writer.right]?.test(writer.relationship)
    ? [right]
    : [relation(writer, composer), right];
}

function relation({ relationship }: Representative, composer: Composer): string {
  if (SENTENCE.test(relationship)) return withStop(relationship);
  if (WHOLE_RELATION.test(relationship)) return composer.tell('writer-relation-whole', relationship);
  return composer.tell(
    PLAIN_RELATION.test(relationship) ? 'writer-relation' : 'writer-relation-as-typed',
    relationship,
  );
}

/** To whom the letter asks to be referred: a GP cannot be the second opinion to their own (fact 3.3). */
export const referral = ({ doctor }: LetterCase): 'ask-gp' | 'ask' =>
  doctor.role === 'gp' ? 'ask-gp' : 'ask';
