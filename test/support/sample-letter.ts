import type { Block, LetterDocument } from '../../src/letters/document.ts';

/** Words to put into a sample letter instead of its own. */
export interface SampleWords {
  readonly sender?: readonly string[];
  readonly recipient?: readonly string[];
  readonly salutation?: string;
  readonly subject?: string;
  readonly paragraphs?: readonly string[];
  readonly list?: { readonly intro: string; readonly items: readonly string[] };
  readonly signed?: readonly string[];
}

export const SAMPLE_TITLE = 'Letter about a second opinion';

/** A paragraph of ordinary words, `sentences` sentences long; the same for the same arguments. */
export function sampleParagraph(sentences: number, seed = 0): string {
  const words = [
    'I have been unwell for five years and have tried three medicines.',
    'None of them has brought much improvement so far.',
    'I would like to talk about what else could help me.',
    'It is hard for me to sleep, to work and to see my friends.',
    'I was told that there were no other options for me.',
    'Thank you for the time that you have given me.',
  ];
  return Array.from({ length: sentences }, (_, i) => words[(i + seed) % words.length]).join(' ');
}

/** A letter as the product writes it, with every kind of block except those of the consent slip. */
export function sampleLetter(words: SampleWords = {}): LetterDocument {
  const paragraphs = words.paragraphs ?? [sampleParagraph(3), sampleParagraph(3, 2), sampleParagraph(2, 4)];
  const list = words.list ?? {
    intro: 'My condition affects these parts of my life:',
    items: [
      'I sleep two or three hours a night',
      'I cannot concentrate at work',
      'I do not leave home alone',
    ],
  };
  const [first, ...others] = paragraphs.map((text): Block => ({ kind: 'paragraph', sentences: [{ text }] }));
  const blocks: Block[] = [
    { kind: 'marking', text: 'Private and confidential' },
    {
      kind: 'sender',
      lines: words.sender ?? ['Amina Khan', '12 Mill Lane', 'Leeds', 'LS1 4AB', 'amina.khan@example.org'],
    },
    { kind: 'date', text: '22 November 2026' },
    {
      kind: 'recipient',
      lines: words.recipient ?? ['Dr Anil Patel', 'Park Surgery', '3 High Street', 'Leeds'],
    },
    { kind: 'salutation', text: words.salutation ?? 'Dear Dr Patel,' },
    { kind: 'subject', text: words.subject ?? 'Second opinion' },
    {
      kind: 'reference',
      lines: ['Name: Amina Khan', 'Date of birth: 4 March 1988', 'NHS number: 943 476 5919'],
    },
    ...(first === undefined ? [] : [first]),
    { kind: 'list', intro: list.intro, items: list.items.map((text) => ({ text })) },
    ...others,
    { kind: 'close', text: 'Yours sincerely' },
    { kind: 'signed', lines: words.signed ?? ['Amina Khan'] },
  ];
  return { title: SAMPLE_TITLE, about: 'Amina Khan, born 4 March 1988', blocks };
}

/** The same letter with a consent slip as its last page. */
export function sampleWithConsent(words: SampleWords = {}): LetterDocument {
  const letter = sampleLetter(words);
  const slip: Block[] = [
    { kind: 'new-page' },
    { kind: 'heading', text: 'Consent' },
    {
      kind: 'paragraph',
      sentences: [{ text: 'Amina Khan agrees that Idris Khan may do what is ticked here.' }],
    },
    { kind: 'tick-box', text: 'Ask for a second opinion about my treatment' },
    { kind: 'tick-box', text: 'Get the reply to this letter' },
    { kind: 'tick-box', text: 'Talk with you about what is in my health record' },
    { kind: 'write-in', label: 'This holds until' },
    {
      kind: 'paragraph',
      sentences: [{ text: 'Amina Khan may take this back at any time, by telling you or Idris Khan.' }],
    },
    { kind: 'write-in', label: 'Signature' },
    { kind: 'write-in', label: 'Date' },
  ];
  return { ...letter, blocks: [...letter.blocks, ...slip] };
}

/**
 * The words that all formats share, in order, without the marks that each format draws in its own way (bullets or
 * hyphens before items, lines to write on).
 * @param text a letter's text, taken from any format.
 */
export function sharedWords(text: string): string {
  return text
    .replace(/^[-•]\s/gm, '')
    .replace(/_{3,}/g, ' ')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}
