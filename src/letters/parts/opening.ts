import type { LetterCase } from '../case.ts';
import type { Composer } from '../composer.ts';

/** Relations that read well inside a sentence: "I am her brother". Others stand after a colon, as they were typed. */
const PLAIN_RELATION =
  /^(?:(?:step|grand|half|foster|great)[- ]?)*(?:mother|mum|father|dad|parent|sister|brother|son|daughter|child|wife|husband|partner|spouse|fianc[eé]e?|girlfriend|boyfriend|friend|neighbour|carer|aunt|uncle|niece|nephew|cousin|guardian|advocate|support worker|social worker)$/;

/** Who writes for the patient, in what relation and by what right; nothing where the patient writes. */
export function introduction({ writer }: LetterCase, composer: Composer): string[] {
  if (writer.is === 'patient') return [];
  const { relationship, right } = writer;
  const relation = PLAIN_RELATION.test(relationship)
    ? composer.say('writer-relation', { relationship })
    : composer.say('writer-relation-as-typed', { relationship: relationship.replace(/\.$/, '') });
  return [relation, composer.say(`writer-right-${right}`)];
}

/** To whom the letter asks to be referred: a GP cannot be the second opinion to their own. */
export const referral = ({ doctor }: LetterCase): 'ask-gp' | 'ask' =>
  doctor.role === 'gp' ? 'ask-gp' : 'ask';
