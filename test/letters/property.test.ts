import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sensitiveFacts } from '../../src/letters/leave-out.ts';
import { blockTexts, sentencesAsText } from '../../src/formats/block-texts.ts';
import { type Generated, generated } from './support/generated.ts';
import { ASKS, write, type Written } from './support/letters.ts';
import { markOf, TYPED_FIELDS } from './support/typed-answers.ts';

const RUNS = Number(process.env.LETTER_RUNS ?? 300);

/** Composes generated letters and looks at each. */
const forLetters = (look: (made: Generated, written: Written) => void) =>
  fc.assert(
    fc.property(generated, (made) => look(made, write(made.kept))),
    { numRuns: RUNS },
  );

const byPatient = ({ acting }: Generated) => acting.right === 'patient';
const isFor = (made: Generated, letters: readonly string[]) => letters.includes(made.letter);

const PRONOUNS = {
  she: ['she', 'her', 'hers', 'herself'],
  he: ['he', 'him', 'his', 'himself'],
  they: ['they', 'them', 'their', 'theirs', 'themselves', 'themself'],
};
const FIRST = /\b(?:I|me|my|myself|mine)\b/i;
/** All that a representative says of themselves: the rest would be about the patient's illness. */
const OF_THE_WRITER =
  /I am (?=\S+'s|Mrs|Q)|I act as|I may write|I am hoping|I hope|I respect|I know|I can count|My relationship|tell me why|worries me|reply to me/g;

/** What tells each sensitive fact. */
const WORDS_OF = {
  diagnosis: /qdiagnosisgivenq|been given/,
  currentMedicine: /qcurrentmedicineq|At the moment/,
  medicinesTried: / tried (?!to)/,
  admissions: /hospital/,
  unwellFor: /unwell/,
  background: /qbackgroundq|Some background/,
  problemAreas: /sleep|work or study|looking after/,
  problems: /qproblemsq/,
  sideEffects: /qsideeffectsq|side effect/,
} as const;

describe('a letter of generated answers', () => {
  it('has no mark of ours, no doubled space or stop, and nothing empty', () => {
    forLetters((_made, { text, document }) => {
      expect(text).not.toMatch(/[[\]{}<>]|undefined/);
      expect(text).not.toMatch(/\S {2}|[.,;:!?] ?[.,;:]|\n /);
      for (const block of document.blocks) {
        for (const each of blockTexts(block)) expect(each.trim()).not.toBe('');
        if (block.kind === 'list') expect(block.items.length).toBeGreaterThan(1);
        if (block.kind === 'paragraph') expect(sentencesAsText(block.sentences)).toMatch(/[.!?:]$/);
      }
    });
  });

  it('has every given answer that applies as it was typed, and none that was skipped or does not apply', () => {
    forLetters((made, { text }) => {
      for (const { field, letters, required } of TYPED_FIELDS) {
        const typed = made.typed[field];
        const isTold = isFor(made, letters) && (typed !== undefined || required);
        expect(text.includes(markOf(field)), `${made.letter} tells ${field}, where that is asked`).toBe(
          isTold,
        );
        if (isTold) for (const piece of typed?.pieces ?? []) expect(text).toContain(piece);
      }
      expect(text).not.toContain('Qickname');
      expect(text.includes('Qidris')).toBe(!byPatient(made));
      expect(text.includes('Qark Row')).toBe(!byPatient(made));
      for (const [, sentence] of made.numbers) expect(text).toContain(sentence);
    });
  });

  it('says no sentence of ours about what was skipped', () => {
    forLetters((made, { text }) => {
      const isTreatment = made.letter === 'second-opinion-treatment';
      const says = (words: RegExp, isAnswered: boolean) =>
        expect(words.test(text), words.source).toBe(isAnswered);
      const has = (field: string) =>
        made.typed[field] !== undefined &&
        isFor(made, TYPED_FIELDS.find((one) => one.field === field)!.letters);
      says(/Some background/, has('background'));
      says(/At the moment|at the moment/, has('current-medicine'));
      says(/side effect/, has('side-effects'));
      says(/settle the matter/, has('tried-to-resolve'));
      says(/been given/, has('diagnosis-given'));
      says(/can answer this/, has('hoped-for'));
      says(/For letters and appointments/, has('communication-needs'));
      says(/been unwell/, made.numbers[0][0] !== '');
      says(/hospital/, made.numbers[1][0] !== '');
      says(/ tried no| tried \S+ | tried so far/, made.numbers[2][0] !== '');
      says(/(?:was|were) told/, isTreatment && made.said.length > 0);
      says(/no other treatment options/, isTreatment && made.said.includes('no-other-options'));
      says(/taken (?:\w+) present medicine/, isTreatment && made.time[0] !== '');
      says(/much improvement/, isTreatment && made.notImproving);
      says(/leave your care/, made.letter.startsWith('second') && made.staying);
      const ways = made.replyBy.filter((way) => made.contact.includes(way === 'letter' ? 'address' : way));
      says(/reply to me by/, ways.length > 0);
    });
  });

  it('speaks of the patient in one person and one pronoun', () => {
    forLetters((made, { text }) => {
      const body = byPatient(made) ? text : text.replaceAll(OF_THE_WRITER, '');
      const wrong = Object.entries(PRONOUNS).flatMap(([pronoun, forms]) =>
        !byPatient(made) && pronoun === made.pronoun ? [] : forms,
      );
      expect(body).not.toMatch(new RegExp(`\\b(?:${wrong.join('|')})\\b`, 'i'));
      if (!byPatient(made)) expect(body).not.toMatch(FIRST);
      expect(text).not.toMatch(/\b(?:she|he|Qira|Qanson|Qamis) (?:have|take|were|are|am)\b/i);
      expect(text).not.toMatch(/\b(?:they|I) (?:has|takes|is)\b|\bthey (?:was|am)\b|'s's|s's's/i);
    });
  });

  it('has nothing of what was left out, and still reads whole', () => {
    forLetters((made, { facts, feelings }) => {
      const sensitive = sensitiveFacts(facts);
      const possible = [...sensitive.map(({ key }) => key), ...feelings.keys()];
      const left = possible.filter((_key, index) => (made.leaves >> (index % 30)) & 1);
      const { text, document } = write(made.kept, left);
      for (const [name, sentence] of feelings)
        expect(text.includes(sentence), name).toBe(!left.includes(name));
      for (const kind of new Set(sensitive.map((fact) => fact.kind))) {
        const isGone = sensitive.every((fact) => fact.kind !== kind || left.includes(fact.key));
        if (isGone) expect(text, kind).not.toMatch(WORDS_OF[kind]);
      }
      expect(text).not.toMatch(/\S {2}|\n /);
      for (const block of document.blocks)
        if (block.kind === 'list') expect(block.items.length).toBeGreaterThan(1);
    });
  });

  it('asks first, and claims no right, no law and nothing that the doctor said', () => {
    forLetters((made, { text, document }) => {
      const first = blockTexts(document.blocks.find(({ kind }) => kind === 'paragraph')!).join();
      expect(first).toMatch(ASKS[made.letter]);
      expect(/\? If you cannot/.test(first)).toBe(made.letter.startsWith('second'));
      const isGp = made.doctorRole === 'gp' && made.letter.startsWith('second');
      expect(first.includes('to a psychiatrist or another GP')).toBe(isGp);
      expect(text).not.toMatch(/\byou (?:said|told|mentioned)\b|\bconsent enclosed\b/i);
      expect(text).not.toMatch(
        /\b(?:law|legal|guidelines?|NICE|GMC|Act|complain|complaint|[Oo]mbudsman|must|entitled|right to)\b/,
      );
      expect(/\bagree/.test(text)).toBe(made.acting.right === 'agreement');
    });
  });

  it('pairs its greeting with its close, and tells the surgery whom it is about', () => {
    forLetters((made, { text, document }) => {
      const dear = /^Dear (.+),$/m.exec(text)![1]!;
      expect(text.includes('\nYours sincerely\n')).toBe(made.doctorName !== '');
      expect(text.includes('\nYours faithfully\n')).toBe(made.doctorName === '');
      const nobody = made.doctorRole === 'psychiatrist' ? 'Psychiatrist' : 'Doctor';
      expect(dear).toBe(made.doctorName.replace(/,.*/, '') || nobody);
      if (!byPatient(made)) expect(text).toContain(`Name: ${made.patientName}\nDate of birth: 4 March 1988`);
      expect(document.blocks.some(({ kind }) => kind === 'new-page')).toBe(made.acting.right === 'agreement');
    });
  });
});
