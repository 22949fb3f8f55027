import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StoredEntry } from '../../../src/record/timeline.ts';
import { entry } from '../../support/entries.ts';
import { TODAY } from '../../support/services.ts';
import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { readCard } from '../../../src/content/card.ts';
import { readLedger } from '../../../src/content/facts.ts';
import type { Answers } from '../../../src/questionnaire/all-questions.ts';
import { DIAGNOSIS_REASONS, TREATMENT_REASONS } from '../../../src/questionnaire/questions/doubts.ts';
import { type AdviceSituation, situationFrom } from '../../../src/record/situation.ts';
import { cardChoices, composeCard } from '../../../src/letters/card/card.ts';
import { createPdfRenderer } from '../../../src/formats/pdf/renderer.ts';
import { renderPlainText } from '../../../src/formats/plain-text.ts';

const folder = fileURLToPath(new URL('../../../content/', import.meta.url));
const report = (problem: string) => expect.fail(problem);
const { words } = readCard(join(folder, 'cards'), readLedger(join(folder, 'facts.yaml'), report), report);

const HISTORY = [
  'usual-treatments-tried',
  'slow-recovery',
  'long-or-repeated-hospital',
  'serious-side-effects',
] as const;
const DONE = [
  'talked',
  'gave-information',
  'asked-for-review',
  'asked-for-second-opinion',
  'asked-why',
  'contacted-pals',
  'used-advocate',
  'complained',
] as const;

const ADVICE = { 'help-with': 'advice-and-letter', nation: 'england', detained: 'no' } as const;
const ACTORS = {
  patient: { 'who-for': 'me' },
  carer: { 'who-for': 'family-or-friend', 'their-agreement': 'yes', 'whose-letter': 'mine' },
  'a carer for a person who signs': {
    'who-for': 'client',
    'their-agreement': 'yes',
    'whose-letter': 'theirs',
  },
  attorney: { 'who-for': 'client', 'their-agreement': 'cannot-decide', 'legal-authority': 'attorney' },
} as const;
const STAGES = {
  'nothing tried': { 'so-far': ['nothing-yet'] },
  'not asked': { 'so-far': ['talked', 'complained'] },
  'no answer': { 'so-far': ['asked-for-second-opinion'], 'answer-so-far': 'no-answer-yet' },
  refused: { 'so-far': ['asked-for-second-opinion'], 'answer-so-far': 'refused' },
  'refused and asked why': { 'so-far': ['asked-why'], 'answer-so-far': 'refused' },
  'agreed, local': {
    'so-far': ['asked-in-writing'],
    'answer-so-far': 'agreed',
    'agreed-where': 'local',
  },
  'had it': { 'so-far': ['asked-for-second-opinion'], 'answer-so-far': 'had-it' },
} as const;

const FUNDING_WAITED_FOR = {
  'so-far': ['asked-for-second-opinion'],
  'answer-so-far': 'agreed',
  'agreed-where': 'out-of-area',
  funding: 'waiting',
} as const;

/** The situation of a patient who has tried nothing yet, with the answers that a test is about. */
const situation = (answers: Partial<Answers>, entries: readonly StoredEntry[] = []): AdviceSituation =>
  situationFrom(
    {
      ...ADVICE,
      ...ACTORS.patient,
      ...STAGES['nothing tried'],
      concern: 'diagnosis',
      'decided-by': 'psychiatrist',
      ...answers,
    } as Answers,
    TODAY,
    entries,
  ) as AdviceSituation;

const cardOf = (answers: Partial<Answers>, chosen: readonly string[] = []) =>
  composeCard(situation(answers), words, chosen);
const textOf = (answers: Partial<Answers>, chosen: readonly string[] = []) =>
  renderPlainText(cardOf(answers, chosen)).replace(/_{3,}/g, '__');
const offeredIn = (answers: Partial<Answers>) => cardChoices(situation(answers), words);

const ticks = <V>(values: readonly V[]) =>
  fc
    .subarray([...values])
    .map((ticked) => (ticked.length > 0 ? ticked : ['none-of-these'])) as fc.Arbitrary<never>;
/** Every situation that has a card. */
const everySituation = fc
  .record({
    actor: fc.constantFrom(...Object.values(ACTORS)),
    stage: fc.oneof(
      fc.constantFrom(...Object.values(STAGES)),
      fc.record({
        'so-far': fc.subarray([...DONE], { minLength: 1 }),
        'answer-so-far': fc.constant('agreed'),
        'agreed-where': fc.constant('out-of-area'),
        funding: fc.constantFrom('not-applied', 'waiting', 'agreed', 'refused'),
      }),
    ),
    concern: fc.constantFrom('diagnosis', 'treatment', 'both'),
    'decided-by': fc.constantFrom('gp', 'psychiatrist', 'other-professional', 'not-sure'),
    nation: fc.constantFrom('england', 'wales', 'scotland', 'northern-ireland'),
    'diagnosis-reasons': ticks(DIAGNOSIS_REASONS),
    'treatment-reasons': ticks(TREATMENT_REASONS),
    history: ticks(HISTORY),
  })
  .map(({ actor, stage, ...rest }): Partial<Answers> => {
    const { 'diagnosis-reasons': ofDiagnosis, 'treatment-reasons': ofTreatment, ...others } = rest;
    return {
      ...actor,
      ...stage,
      ...others,
      ...(rest.concern === 'treatment' ? {} : { 'diagnosis-reasons': ofDiagnosis }),
      ...(rest.concern === 'diagnosis' ? {} : { 'treatment-reasons': ofTreatment }),
    };
  });

describe('the appointment card', () => {
  it('asks for a review at first, and says what was chosen in words to read out', () => {
    const answers = {
      'diagnosis-reasons': ['symptoms-changed', 'does-not-fit'],
      history: ['slow-recovery'],
    } as const;
    const text = textOf(answers, ['diagnosis-reasons.symptoms-changed', 'history.slow-recovery']);
    expect(text).toBe(`What to say at the appointment

What I would like

I would like to talk this through. Please look again at my diagnosis. Doctors can see things differently. Could we look at all the choices?

What I want to say

- My symptoms have changed.
- I am getting better more slowly than the doctor thought.

I also want to say: __

What I hope it will answer: __

One question to ask

What else could this be, or what else could help?

If the answer is no

Could you tell me your reasons? I would like to write down what you say. Is anything about this unclear? I can explain it again.

The reasons that I was given: __
`);
  });

  it('speaks about the person whom a carer supports, without a name', () => {
    const text = textOf(
      {
        ...ACTORS.carer,
        ...STAGES.refused,
        concern: 'both',
        'diagnosis-reasons': ['symptoms-changed'],
        'treatment-reasons': ['want-therapy', 'no-options-left'],
        history: ['none-of-these'],
        nickname: 'Thursday',
      },
      ['diagnosis-reasons.symptoms-changed', 'treatment-reasons.no-options-left'],
    );
    expect(text).toContain(
      'the diagnosis and treatment of the person I support was no. I would like to ask again.',
    );
    expect(text).toContain(
      '\n- Their symptoms have changed.\n- They were told that there are no other options.\n',
    );
    expect(text).toContain('\nWhat they hope it will answer: __\n');
    expect(text).not.toMatch(/Thursday|talking therapy/);
  });

  it('says only what was chosen, and at most three things', () => {
    const everything = {
      ...STAGES.refused,
      concern: 'both',
      'diagnosis-reasons': DIAGNOSIS_REASONS,
      'treatment-reasons': TREATMENT_REASONS,
      history: HISTORY,
    } as const;
    const offered = offeredIn(everything);
    const none = textOf(everything);
    for (const { text } of offered) expect(none).not.toContain(text);
    expect(none.match(/I also want to say: __/g)).toHaveLength(3);
    const all = textOf(
      everything,
      offered.map(({ value }) => value),
    );
    expect(offered.filter(({ text }) => all.includes(text))).toEqual(offered.slice(0, 3));
    expect(all).not.toContain('I also want to say');
    expect(textOf(everything, ['history.nothing', 'so-far.complained'])).toBe(none);
  });

  it('marks which choices are private', () => {
    const offered = offeredIn({ 'diagnosis-reasons': DIAGNOSIS_REASONS });
    expect(offered.filter(({ isPrivate }) => isPrivate).map(({ value }) => value)).toEqual([
      'diagnosis-reasons.not-told-everything',
      'diagnosis-reasons.drugs-or-alcohol',
      'diagnosis-reasons.hard-to-accept',
    ]);
  });

  it('offers and says only what fits the stage', () => {
    const done = { ...STAGES['agreed, local'], 'so-far': ['talked', 'asked-in-writing'] } as const;
    expect(offeredIn(done)).toEqual([]);
    expect(
      offeredIn({ ...FUNDING_WAITED_FOR, history: ['slow-recovery'] }).map(({ value }) => value),
    ).toEqual(['history.slow-recovery']);
    for (const stage of [done, STAGES['had it'], FUNDING_WAITED_FOR])
      expect(textOf(stage)).not.toMatch(/answer is no|see things differently|What I hope/);
  });

  it('speaks as the person when the person signs, whoever fills it in', () => {
    const ticked = { 'diagnosis-reasons': ['symptoms-changed'] } as const;
    expect(textOf({ ...ACTORS['a carer for a person who signs'], ...ticked })).toBe(textOf(ticked));
  });

  it('asks for what each stage needs', () => {
    const asks = Object.entries(STAGES).map(([name, stage]) => [
      name,
      textOf(stage).split('\n').filter(Boolean)[2],
    ]);
    expect(Object.fromEntries(asks)).toMatchInlineSnapshot(`
      {
        "agreed, local": "The answer about a second opinion on my diagnosis was yes. I would like to know what happens now.",
        "had it": "There was a second opinion on my diagnosis, and nothing changed. I would like to talk the report through.",
        "no answer": "A second opinion on my diagnosis has been asked for. I would like an answer. Doctors can see things differently. Could we look at all the choices?",
        "not asked": "I would like a second opinion on my diagnosis. Doctors can see things differently. Could we look at all the choices?",
        "nothing tried": "I would like to talk this through. Please look again at my diagnosis. Doctors can see things differently. Could we look at all the choices?",
        "refused": "The answer about a second opinion on my diagnosis was no. I would like to ask again. Doctors can see things differently. Could we look at all the choices?",
        "refused and asked why": "The answer about a second opinion on my diagnosis was no. I would like to ask again. Doctors can see things differently. Could we look at all the choices?",
      }
    `);
  });

  it('asks for an answer about a review where the record has that a review was asked for', () => {
    const sent = entry('3 Nov 2026', 'sent-letter letter=review-treatment how=post');
    const asked = situation({ ...STAGES['not asked'], concern: 'both' }, [sent]);
    expect(renderPlainText(composeCard(asked, words, []))).toContain(
      'A review of my diagnosis and treatment has been asked for. I would like an answer.',
    );
  });

  it('asks for a referral to a psychiatrist after a GP (fact 3.3), and otherwise for a second opinion (3.2)', () => {
    expect(textOf({ ...STAGES['not asked'], 'decided-by': 'gp' })).toContain('a referral to a psychiatrist');
    expect(textOf({ ...STAGES['not asked'], 'decided-by': 'not-sure' })).toContain(
      'I would like a second opinion',
    );
  });

  it('asks for the reasons only if the person does not know them yet (fact 4.1)', () => {
    const question = 'Can you tell me why another opinion would not help?';
    expect(textOf(STAGES.refused)).toContain(question);
    expect(textOf(STAGES['refused and asked why'])).not.toContain(question);
  });

  it('mentions a review of funding only in England (fact N.12)', () => {
    const refused = { ...FUNDING_WAITED_FOR, funding: 'refused' } as const;
    expect(textOf(refused)).toContain('and for a review');
    expect(textOf({ ...refused, nation: 'wales' })).not.toMatch(/review|refused/);
  });

  it('mentions no complaint, PALS or advocate at the appointment', () => {
    const answers = { 'so-far': DONE, 'answer-so-far': 'refused' } as const;
    const offered = offeredIn(answers);
    expect(
      textOf(
        answers,
        offered.map(({ value }) => value),
      ),
    ).not.toMatch(/complain|PALS|advocate/i);
  });

  it('cannot be made without the right to act', () => {
    expect(() => cardOf({ 'who-for': 'family-or-friend', 'their-agreement': 'not-asked' })).toThrow();
  });

  it('fits one page of PDF at every stage, even when everything is ticked', async () => {
    const renderer = await createPdfRenderer({ service: 'Tests' });
    const everything = {
      concern: 'both',
      'diagnosis-reasons': DIAGNOSIS_REASONS,
      'treatment-reasons': TREATMENT_REASONS,
      history: HISTORY,
    } as const;
    for (const stage of [...Object.values(STAGES), FUNDING_WAITED_FOR]) {
      for (const actor of [ACTORS.patient, ACTORS.carer]) {
        const steps = stage['so-far'][0] === 'nothing-yet' ? [] : DONE;
        const answers = { ...everything, ...actor, ...stage, 'so-far': [...stage['so-far'], ...steps] };
        const data = new Uint8Array(
          await renderer.render(
            cardOf(
              answers,
              offeredIn(answers as never).map(({ value }) => value),
            ),
            'normal',
          ),
        );
        expect((await getDocument({ data }).promise).numPages).toBe(1);
      }
    }
  });

  it('is never long, and has short sentences in one voice, in every situation', () => {
    fc.assert(
      fc.property(everySituation, (answers) => {
        const text = textOf(
          answers,
          offeredIn(answers).map(({ value }) => value),
        );
        expect(text.split(/\s+/).length).toBeLessThan(370);
        expect(text).not.toMatch(/[{}|[\]]|undefined/);
        for (const sentence of text.split(/(?<=[.?])\s|\n/)) {
          expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(20);
        }
        const isOwn = answers['who-for'] === 'me' || answers['whose-letter'] === 'theirs';
        if (isOwn) expect(text).not.toMatch(/\b(?:the person|they|their|them)\b/i);
        else expect(text).not.toMatch(/\bmy\b/i);
        expect(text.includes('the person I support')).toBe(!isOwn);
      }),
      { numRuns: 500 },
    );
  });
});
