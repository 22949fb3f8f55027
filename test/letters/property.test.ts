import { LATER_LETTERS } from '../../src/questionnaire/questions/people.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceFor } from '../../src/letters/parts/ready-sentences.ts';
import { blockTexts, sentencesAsText } from '../../src/formats/block-texts.ts';
import { fits, type Generated, generated, withoutStar } from './support/generated.ts';
import { ASKS, WORDS, write, type Written } from './support/letters.ts';
import { isAsked, markOf, TYPED_FIELDS } from './support/typed-answers.ts';

const RUNS = Number(process.env.LETTER_RUNS ?? 120);

/** Writes letters from generated answers and checks each. */
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
/** Everything that representatives say about themselves. An "I" anywhere else would be the patient's. */
const OF_THE_WRITER =
  /I am (?=.{0,20}'s |writing for)|I act as|I have been instructed|I may write|I can show you proof of my authority|I hope|I agree|I was(?: also)? told|that I know of|in my words|tell me why|reply to me|I would like to give you|why I ask/g;

describe('a letter from generated answers', () => {
  it('has no placeholder, invisible character, double space or double stop, and no empty block', () => {
    forLetters((_made, { text, document }) => {
      expect(text).not.toMatch(/[[\]{}<>]|undefined|[\p{Cf}\p{Co}]|[^\n\P{Cc}]/u);
      expect(text).not.toMatch(/\S {2}|[.,;:!?] ?[.,;:]|\n /);
      for (const block of document.blocks) {
        for (const each of blockTexts(block)) expect(each.trim()).not.toBe('');
        if (block.kind === 'paragraph') expect(sentencesAsText(block.sentences)).toMatch(/[.!?]$/);
      }
    });
  });

  it('has labels only in lists, never in a paragraph', () => {
    forLetters((made, { text, document }) => {
      for (const block of document.blocks) {
        if (block.kind === 'paragraph') expect(sentencesAsText(block.sentences)).not.toContain(':');
      }
      const [unwell, stays, tried] = made.numbers;
      const typed = [unwell, stays, tried, made.time].filter((one) => one !== '');
      const medicines = made.typed['current-medicine']?.pieces ?? [];
      const isProse =
        isAsked(made.letter, 'health') &&
        typed.every(fits) &&
        made.typed['diagnosis-given'] === undefined &&
        medicines.length !== 1;
      if (typed.length > 0) expect(text.includes('A short history:')).toBe(!isProse);
      if (!isProse)
        for (const one of typed)
          expect(text).toMatch(new RegExp(`: ${withoutStar(one).replace(/\.$/, '')}\n`));
    });
  });

  it('has every answer that applies as it was typed, and none that was skipped or does not apply', () => {
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
    });
  });

  it('has none of our own sentences about what was skipped', () => {
    forLetters((made, { text }) => {
      const isTreatment = made.letter === 'second-opinion-treatment';
      const asksAgain = made.letter.startsWith('second') || made.letter === 'ask-reasons';
      const says = (words: RegExp, isAnswered: boolean) =>
        expect(words.test(text), words.source).toBe(isAnswered);
      const has = (field: string) =>
        made.typed[field] !== undefined &&
        isFor(made, TYPED_FIELDS.find((one) => one.field === field)!.letters);
      says(/Medicine now/, has('current-medicine'));
      says(/Treatments so far/, has('treatments-tried'));
      says(/Side effects that/, has('side-effects'));
      says(/done about this so far:/, has('tried-to-resolve'));
      says(/Diagnosis given: /, has('diagnosis-given'));
      says(/will answer:/, has('hoped-for'));
      says(/Communication needs: /, has('communication-needs'));
      says(/unwell (?:for|since) |How long unwell: /, made.numbers[0] !== '');
      says(/hospital/i, made.numbers[1] !== '');
      says(
        /tried \S+ medicines?[ ,]|tried at least|not tried any|Medicines or mixes tried/,
        made.numbers[2] !== '',
      );
      says(/present medicines? (?:for|since) |Time on the present/, made.time !== '');
      says(
        /(?:was|were)(?: also)? told/,
        (isTreatment && made.said.length > 0) ||
          made.letter === 'ask-reasons' ||
          (byPatient(made) && has('heard')),
      );
      says(/no other treatment options/, isTreatment && made.said.includes('no-other-options'));
      says(/much improvement/, isTreatment && made.notImproving);
      says(/leave your care/, asksAgain && made.staying);
      const sharesNothing = ['imca', 'imha'].includes(made.acting.right);
      says(/shared with the second doctor\./, asksAgain && made.shares && !sharesNothing);
      says(/do not leave a voicemail/, made.noMessages);
      const ways = made.replyBy.filter((way) => made.contact.includes(way === 'letter' ? 'address' : way));
      says(/reply to me by/, ways.length > 0);
    });
  });

  it('has only feelings and opinions that were chosen', () => {
    forLetters((made, { text, people }) => {
      const said = made.sentences.filter((one) =>
        text.includes(sentenceFor(WORDS[made.letter], one, people.voice)),
      );
      if (!byPatient(made) && made.acting.right !== 'agreement')
        expect(said.every((one) => one === 'quality-of-life' || one === 'right-diagnosis')).toBe(true);
      if (/worried|respect|certain|unlikely|quality of life/.test(text)) expect(said).not.toEqual([]);
    });
  });

  it('speaks about the patient in one grammatical person and with one pronoun', () => {
    forLetters((made, { text }) => {
      const [letter = ''] = text.split('\nConsent\n');
      const body = byPatient(made)
        ? letter.replace('as I remember them', '')
        : letter.replaceAll(OF_THE_WRITER, '');
      // A later letter is the writer's own: the one who asks, complains and waits is the one who writes.
      const isLater = (LATER_LETTERS as readonly string[]).includes(made.letter);
      const wrong = Object.entries(PRONOUNS).flatMap(([pronoun, forms]) =>
        !byPatient(made) && (pronoun === made.pronoun || (isLater && forms.includes('I'))) ? [] : forms,
      );
      expect(body).not.toMatch(new RegExp(`\\b(?:${wrong.join('|')})\\b`, 'i'));
      if (!byPatient(made) && !isLater) expect(body).not.toMatch(FIRST);
      expect(text).not.toMatch(/\b(?:she|he|Qira|Qanson|Qamis) (?:have|take|were|are|am)\b/i);
      expect(text).not.toMatch(/\b(?:they|I) (?:has|takes|is)\b|\bthey (?:was|am)\b|'s's|s's's/i);
    });
  });

  it('has nothing that was left out, and still reads well', () => {
    forLetters((made, { choices }) => {
      const keys = choices.map(({ key }) => key).filter((_key, index) => (made.leaves >> (index % 30)) & 1);
      const { text, document } = write(made.kept, keys);
      const isAlsoKept = (typed: string) =>
        choices.some((other) => !keys.includes(other.key) && other.text.includes(typed));
      for (const { key, text: typed } of choices)
        if (keys.includes(key) && typed.includes('q') && !isAlsoKept(typed))
          expect(text, key).not.toContain(typed);
      expect(text).not.toMatch(/\S {2}|\n /);
      for (const block of document.blocks) if (block.kind === 'list') expect(block.items).not.toEqual([]);
      if (made.numbers[0] === '' || keys.includes('unwell-for')) expect(text).not.toContain('In that time');
    });
  });

  it('begins with the ask, and never cites a right, a law or what the doctor said', () => {
    forLetters((made, { text, document }) => {
      const first = blockTexts(document.blocks.find(({ kind }) => kind === 'paragraph')!).join();
      expect(first).toMatch(ASKS[made.letter]);
      expect(/\? If you cannot/.test(first)).toBe(made.letter.startsWith('second'));
      const isGp =
        made.doctorRole === 'gp' && (made.letter.startsWith('second') || made.letter === 'ask-reasons');
      expect(first.includes('to a psychiatrist or another GP')).toBe(isGp);
      expect(text).not.toMatch(/\byou (?:said|told|mentioned)\b|\bconsent enclosed\b/i);
      expect(text).not.toMatch(/\b(?:law|legal|guidelines?|NICE|GMC|Act|[Oo]mbudsman|entitled|right to)\b/);
      if (made.letter !== 'complaint') expect(text).not.toMatch(/\bcomplain/);
      if (made.letter !== 'funding-review') expect(text).not.toMatch(/\bmust\b/);
      expect(/\bagreed/.test(text)).toBe(made.acting.right === 'agreement');
    });
  });

  it('has a close that matches its greeting, and says who it is about', () => {
    forLetters((made, { text, document }) => {
      const toBody = made.letter === 'complaint';
      const isNamed = !toBody && made.doctorName !== '' && !made.doctorName.startsWith('the');
      expect(/^Dear (.+),$/m.exec(text)![1]).toBe(
        isNamed
          ? made.doctorName.replace(/,.*/, '').replace('dr q', 'Dr Q').replace('S. ', '')
          : toBody
            ? 'Sir or Madam'
            : made.doctorName
              ? 'Team'
              : 'Doctor',
      );
      expect(text.includes('\nYours sincerely\n')).toBe(isNamed);
      expect(text.includes('\nYours faithfully\n')).toBe(!isNamed);
      expect(document.blocks[0]).toEqual({ kind: 'marking', text: 'Private and confidential' });
      expect(document.about).toContain(made.patientName);
      if (!byPatient(made))
        expect(text).toContain(`Patient's name: ${made.patientName}\nDate of birth: 4 March 1988`);
      expect(document.blocks.some(({ kind }) => kind === 'new-page')).toBe(made.acting.right === 'agreement');
    });
  });
});
