import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_LETTERS, LETTER_IDS, type LetterId } from '../../src/questionnaire/questions/people.ts';
import { visitTo } from '../../src/questionnaire/ordered-questions.ts';
import { personaFor } from '../support/personas.ts';
import {
  asked,
  type Choices,
  choosing,
  EVERY_ANSWER,
  gap,
  type Kept,
  slugsOf,
  walked,
  without,
} from './support/walks.ts';

const LETTER_PART = slugsOf('letter');
/** The letter questions that a carer is asked for a review of treatment. */
const WHOLE_LETTER = asked(EVERY_ANSWER).filter((slug) => LETTER_PART.includes(slug));

describe('a changed answer leaves nothing behind, and changing back brings everything back', () => {
  /** What advice asks somebody who was refused, and somebody whose second opinion is agreed in another area. */
  const ADVISED = ['concern', 'decided-by', 'so-far', 'answer-so-far', 'history', 'condition'];
  const REFUSED = [...ADVISED, 'answered-by', 'diagnosis-reasons', 'treatment-reasons'];
  const FAR = [...ADVISED, 'agreed-where', 'funding'];
  const FAR_AWAY = { 'answer-so-far': 'agreed' };

  it.each<[Choices, Choices, readonly string[]]>([
    [{}, { 'help-with': 'letter-only' }, REFUSED],
    [{}, { 'help-with': 'quick-letter' }, ['detained', 'ready-sentences', ...REFUSED]],
    [FAR_AWAY, { 'help-with': 'letter-only' }, FAR],
    [{}, { 'who-for': 'me' }, ['their-agreement', 'whose-letter', 'pronouns', 'writer']],
    [{ 'who-for': 'client' }, { 'who-for': 'family-or-friend' }, ['nickname']],
    [{}, { 'their-agreement': 'not-asked' }, ['whose-letter', ...REFUSED, ...WHOLE_LETTER]],
    [{}, { 'their-agreement': 'no' }, ['whose-letter', ...REFUSED, ...WHOLE_LETTER]],
    [{}, { 'their-agreement': 'cannot-decide' }, ['whose-letter']],
    [{ 'their-agreement': 'cannot-decide' }, { 'their-agreement': 'yes' }, ['legal-authority']],
    [{ 'their-agreement': 'cannot-decide' }, { 'legal-authority': 'no' }, [...REFUSED, ...WHOLE_LETTER]],
    [{}, { 'whose-letter': 'theirs' }, ['pronouns', 'writer']],
    [{}, { concern: 'diagnosis' }, ['treatment-reasons']],
    [{}, { concern: 'treatment' }, ['diagnosis-reasons']],
    [{}, { 'so-far': ['talked'] }, ['answer-so-far', 'answered-by']],
    [FAR_AWAY, { 'answer-so-far': 'refused' }, ['agreed-where', 'funding']],
    [{}, { 'answer-so-far': 'no-answer-yet' }, ['answered-by']],
    [{}, { 'answer-so-far': 'agreed' }, ['answered-by', 'diagnosis-reasons', 'treatment-reasons']],
    [FAR_AWAY, { 'agreed-where': 'local' }, ['funding', 'history', 'condition']],
    [{}, { letter: 'second-opinion-treatment' }, ['change-wanted']],
    [{}, { letter: 'review-diagnosis' }, ['side-effects', 'change-wanted']],
    [{}, { letter: 'second-opinion-diagnosis' }, ['problems', 'side-effects', 'change-wanted']],
    [
      { letter: 'second-opinion-diagnosis' },
      { letter: 'review-diagnosis' },
      ['hoped-for', 'tried-to-resolve'],
    ],
    [
      { letter: 'second-opinion-treatment' },
      { letter: 'review-treatment' },
      ['doctor-said', 'hoped-for', 'tried-to-resolve'],
    ],
  ])('from %j, with %j', (from, change, gone) => {
    const first = choosing(EVERY_ANSWER, from);
    const changed = choosing(first, change);
    const before = walked(first).answers;
    const after = walked(changed).answers;
    expect(gone.filter((slug) => !(slug in before))).toEqual([]);
    expect(
      Object.keys(before)
        .filter((slug) => !(slug in after))
        .sort(),
    ).toEqual([...gone].sort());

    const [slug] = Object.keys(change) as [string];
    expect(walked({ ...changed, [slug]: first[slug]! })).toEqual(walked(first));
  });

  it('the address of a patient who now signs is not used, but is still stored', () => {
    const answerOf = (kept: Kept) => walked(kept).answers['patient'] as Record<string, unknown>;
    expect(answerOf(EVERY_ANSWER)['patient-address']).toEqual(['12 Mill Lane', 'Borchester', 'BC1 2DE']);
    expect(answerOf(choosing(EVERY_ANSWER, { 'who-for': 'me' }))).not.toHaveProperty('patient-address');
  });
});

describe('a reply is offered only in the ways that the contact details allow', () => {
  const WAYS = {
    address: ['letter', '1 Mill Lane'],
    telephone: ['telephone text', '01632 960 018'],
    email: ['email', 'a@example.com'],
  } as const;
  const subsets = fc.sample(
    fc.shuffledSubarray(Object.keys(WAYS) as (keyof typeof WAYS)[], { minLength: 1 }),
    60,
  );
  const tables = [...new Set(subsets.map((names) => [...names].sort().join(' ')))].sort();

  it.each(tables.map((names) => [names]))('with %s', (names) => {
    const given = names.split(' ') as (keyof typeof WAYS)[];
    const contact = Object.fromEntries(given.map((name) => [name, WAYS[name][1]]));
    const kept = {
      ...EVERY_ANSWER,
      contact,
      'reply-by': { 'reply-by': ['letter', 'telephone', 'text', 'email'] },
    };
    const [field] = visitTo(walked(kept), 'reply-by')!.form.fields;
    const served = Object.entries(WAYS).flatMap(([name, [way]]) =>
      given.includes(name as never) ? way.split(' ') : [],
    );
    expect(field!.values).toEqual(served);
    // A stored choice is used only as far as it is still offered, and is not asked for again.
    expect(walked(kept).answers['reply-by']).toEqual({ 'reply-by': served, 'communication-needs': '' });
    expect(gap(kept)).toBeUndefined();
  });

  it('a single choice that is no longer offered is dropped, however it was stored', () => {
    const contact = { email: 'a@example.com' };
    for (const stale of ['telephone', ['telephone']]) {
      const kept = { ...EVERY_ANSWER, contact, 'reply-by': { 'reply-by': stale } };
      expect(walked(kept).answers['reply-by']).toEqual({ 'reply-by': [], 'communication-needs': '' });
    }
  });
});

describe('a quick letter', () => {
  const isFirst = (letter: LetterId) => (FIRST_LETTERS as readonly LetterId[]).includes(letter);
  const QUICK = { 'help-with': 'quick-letter' };
  const NEEDED = {
    'review-treatment': ['letter', 'patient', 'contact', 'problems', 'change-wanted'],
    'second-opinion-treatment': ['letter', 'patient', 'contact', 'problems'],
    'review-diagnosis': ['letter', 'patient', 'contact', 'problems'],
    'second-opinion-diagnosis': ['letter', 'patient', 'contact', 'reasons-to-disagree'],
    chaser: ['letter', 'earlier', 'patient', 'contact'],
    'ask-reasons': ['letter', 'patient', 'contact', 'the-answer'],
    complaint: ['letter', 'complain-to', 'patient', 'contact', 'complaint-about', 'events', 'outcome-wanted'],
    'funding-review': ['letter', 'decision', 'recipient', 'patient', 'contact'],
  } as const satisfies Readonly<Record<LetterId, readonly string[]>>;

  /** The questions that come up in turn, each answered as the persona answers it. */
  function answered(persona: Kept, kept: Kept = {}): string[] {
    const slug = gap(kept);
    return slug === undefined ? [] : [slug, ...answered(persona, { ...kept, [slug]: persona[slug]! })];
  }

  it.each(LETTER_IDS)(
    '%s asks only required questions in part 2, and a first letter takes a patient at most 8 answers',
    (letter) => {
      const persona = choosing(personaFor(letter, 'patient'), QUICK);
      const waited = answered(persona);
      expect(waited).toEqual(['help-with', 'who-for', 'nation', ...NEEDED[letter]]);
      if (isFirst(letter)) expect(waited.length).toBeLessThanOrEqual(8);
    },
  );

  it.each(LETTER_IDS)('%s by somebody else also asks about both people', (letter) => {
    const waited = answered(choosing(personaFor(letter, 'carer'), QUICK));
    const needed: readonly string[] = NEEDED[letter];
    const people = needed.flatMap((slug) => (slug === 'patient' ? [slug, 'pronouns', 'writer'] : [slug]));
    expect(waited).toEqual(['help-with', 'who-for', 'their-agreement', 'whose-letter', 'nation', ...people]);
  });

  it.each(FIRST_LETTERS)(
    '%s uses what was answered before, and asks the other questions after a change of mind',
    (letter) => {
      const persona = personaFor(letter, 'patient');
      const answers = choosing(without(without(persona, 'own-words'), 'doctor'), QUICK);
      expect(gap(answers)).toBeUndefined();
      expect(walked(answers).answers).toMatchObject({
        background: persona.background!.background,
        'own-words': '',
      });
      expect(answered(persona, choosing(answers, { 'help-with': 'advice-and-letter' }))).toEqual([
        'doctor',
        'own-words',
      ]);
    },
  );

  it('can be added to: the optional questions can still be opened', () => {
    const quick = choosing(personaFor('review-treatment', 'patient'), QUICK);
    expect(asked(quick).filter((slug) => LETTER_PART.includes(slug))).toEqual(
      asked(personaFor('review-treatment', 'patient')).filter(
        (slug) => LETTER_PART.includes(slug) && slug !== 'ready-sentences',
      ),
    );
  });
});
