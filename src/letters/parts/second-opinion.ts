import type { Answers } from '../../questionnaire/all-questions.ts';
import { type Composer, from, type Wording } from '../composer.ts';
import type { Block } from '../document.ts';
import { isInstructed, type People } from '../people.ts';
import type { ShortItem } from '../short.ts';
import { quotedItems } from './quoted-items.ts';

/** What only a request for a second opinion says. */
export interface SecondOpinion {
  readonly triedToResolve: string;
  readonly hopedFor: string;
  readonly staying: boolean;
  /** Whether the letter and the record may be shared with the second doctor. */
  readonly shareRecord: boolean;
  /** The letter that `hoped-for` belongs to. */
  readonly letter: string;
}

export const readSecondOpinion = (answers: Partial<Answers>): SecondOpinion => ({
  triedToResolve: answers['tried-to-resolve'] ?? '',
  hopedFor: answers['hoped-for']?.['hoped-for'] ?? '',
  staying: (answers['hoped-for']?.staying ?? []).length > 0,
  shareRecord: (answers['hoped-for']?.['share-record'] ?? []).length > 0,
  letter: answers.letter ?? '',
});

type SecondOpinionCase = SecondOpinion & { readonly people: People };

/** The request: a GP can only refer for one (fact 3.3), and a doctor who cannot help says who can (2.2). */
export const askForSecondOpinion = ({ people }: SecondOpinionCase, composer: Composer): readonly string[] => [
  composer.say(people.doctor.role === 'gp' ? 'ask-gp' : 'ask'),
  composer.say('if-you-cannot'),
];

/** What was done to settle it, as typed. */
export const triedToResolve = (
  { triedToResolve: typed }: SecondOpinionCase,
  composer: Composer,
): readonly Block[] =>
  composer.quotedUnder('tried-to-resolve', typed, from('tried-to-resolve', 'tried-to-resolve'));

/** What the second opinion is hoped to answer, as typed. */
export const hopedFor = (
  { hopedFor: typed, letter }: SecondOpinionCase,
  composer: Composer,
): readonly Block[] => composer.quotedUnder('hoped-for', typed, from('hoped-for', `hoped-for:${letter}`));

/** The same for the short version. */
export const shortHopes = ({ hopedFor: typed, letter }: SecondOpinionCase, composer: Composer): ShortItem =>
  quotedItems('short-hopes', typed, from('hoped-for', `hoped-for:${letter}`), composer);

/** What was done to settle it, for the short version. */
export const shortTriedToResolve = (
  { triedToResolve: typed }: SecondOpinionCase,
  composer: Composer,
): ShortItem =>
  quotedItems('short-tried-to-resolve', typed, from('tried-to-resolve', 'tried-to-resolve'), composer);

/**
 * Staying in care and sharing the record, each only if ticked. An instructed advocate cannot share a record.
 * @param what the words for what is shared: an online form holds a request, not a letter
 */
export const terms = (
  { people, staying, shareRecord }: SecondOpinionCase,
  composer: Composer,
  what: 'this-letter' | 'this-request' = 'this-letter',
): readonly Wording[] => [
  staying
    ? composer.fromAnswer(
        composer.say(people.writer.is === 'patient' ? 'staying' : 'staying-of-another'),
        from('hoped-for', 'staying'),
      )
    : '',
  shareRecord && !isInstructed(people)
    ? composer.fromAnswer(
        composer.say(`share-record-${people.writer.is === 'patient' ? 'patient' : people.writer.right}`, {
          it: composer.phrase(what),
        }),
        from('hoped-for', 'share-record'),
      )
    : '',
];
