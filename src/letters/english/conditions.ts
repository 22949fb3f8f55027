import { withoutStop } from './typed.ts';

/** Words that name a condition. */
const CONDITION =
  /^(?:disorders?|illness|condition|depression|anxiety|bipolar|psychosis|schizophrenia|schizoaffective|schizophreniform|ptsd|c-?ptsd|ocd|adhd|add|autism|asd|asperger['’]?s?|bpd|eupd|gad|mdd|pmdd|arfid|osfed|bulimia|anorexia|nervosa|binge|phobias?|agoraphobia|mania|hypomania|dysthymia|cyclothymia|dementia|insomnia|syndrome|episodes?|stress|trauma|panic|psychotic|delusional|catatonia|dyspraxia|dyslexia|tourette['’]?s?|hoarding|trichotillomania|somatisation|dissociation|fibromyalgia|epilepsy)$/i;
/** Words that describe a condition. */
const SAYS_MORE =
  /^(?:and|with|of|&|\+|the|in|a|an|or|severe|moderate|mild|major|clinical|manic|depressive|recurrent|chronic|acute|treatment-resistant|treatment|resistant|type|affective|i|ii|1|2|one|two|generali[sz]ed|mixed|complex|social|post|traumatic|post-?traumatic|obsessive|compulsive|obsessive-compulsive|eating|mood|unstable|emotionally|emotional|borderline|personality|features?|symptoms?|traits?|antisocial|avoidant|dependent|paranoid|schizotypal|schizoid|narcissistic|histrionic|postnatal|post-?natal|postpartum|perinatal|puerperal|seasonal|persistent|dissociative|identity|depersonali[sz]ation|attention|deficit|hyperactivity|autistic|spectrum|adjustment|health|body|dysmorphic|functional|neurological|conversion|attacks?|separation|attachment|reactive|rapid|cycling|single|brief|first|dual|sleep|bipolar-?ii?|low|high)$/i;

/**
 * Whether a text only names a condition, so that "a diagnosis of …" can go before it. Every word must be a
 * known one; any other text ("waiting to hear", "maybe bipolar") stays as typed.
 */
export function isCondition(text: string): boolean {
  const words = withoutStop(text)
    .split(/[\s,/()]+/)
    .filter((word) => word !== '');
  return (
    words.length > 0 &&
    words.length < 16 &&
    words.some((word) => CONDITION.test(word)) &&
    words.every((word) => CONDITION.test(word) || SAYS_MORE.test(word))
  );
}
