import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/content.ts';

const content = fileURLToPath(new URL('../../content', import.meta.url));
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** A way to break a copy of the content, and what the error at the start then says. */
interface Break {
  readonly what: string;
  readonly file: string;
  /** Undefined deletes the file. */
  readonly change: ((text: string) => string) | undefined;
  readonly message: string;
}

const BREAKS: readonly Break[] = [
  {
    what: 'a question without words',
    file: 'questions/concern.md',
    change: undefined,
    message: 'questions/concern.md is missing',
  },
  {
    what: 'words that belong to no question',
    file: 'questions/favourite-colour.md',
    change: () => '---\ntitle: T\nname: N\nwhy: W\ngoes: none\ncare: []\nfields: {}\n---\n',
    message: 'questions/favourite-colour.md belongs to no question',
  },
  {
    what: 'a label that belongs to no answer',
    file: 'questions/nation.md',
    change: (text) => text.replace('wales:', 'cornwall:'),
    message: 'questions/nation.md: nation: cornwall is no choice',
  },
  {
    what: 'an answer without a label',
    file: 'questions/detained.md',
    change: (text) => text.replace('community-order:', 'community-orders:'),
    message: 'questions/detained.md: detained: no label for community-order',
  },
  {
    what: 'an error without a message',
    file: 'questions/decided-by.md',
    change: (text) => text.replace(/ {6}empty: .*\n/, '').replace('    errors:\n', ''),
    message: 'questions/decided-by.md: decided-by: no message for empty',
  },
  {
    what: 'a place in a letter that nothing fills',
    file: 'letters/shared.md',
    change: (text) => text.replace('{time}', '{tyme}'),
    message: 'letters/shared.md: nothing fills {tyme}',
  },
  {
    what: 'a rule without advice',
    file: 'advice/ask-why.md',
    change: undefined,
    message: 'advice/ask-why.md is missing',
  },
  {
    what: 'advice that no rule gives',
    file: 'advice/ask-the-cat.md',
    change: () => '---\ntitle: T\nfacts: ["3.4"]\n---\nAsk.\n',
    message: 'advice/ask-the-cat.md: no rule gives it',
  },
  {
    what: 'advice that cites no fact',
    file: 'advice/ask-again.md',
    change: (text) => text.replace('facts: ["4.1"]', 'facts: []'),
    message: 'advice/ask-again.md: facts: ',
  },
  {
    what: 'an unknown fact in advice',
    file: 'advice/ask-in-writing.md',
    change: (text) => text.replace('"4.2"', '"4.99"'),
    message: 'advice/ask-in-writing.md: there is no fact 4.99',
  },
  {
    what: 'an unknown fact in the guide',
    file: 'guide/key-points.md',
    change: (text) => text.replace('data-facts="K.2', 'data-facts="K.99 K.2'),
    message: 'guide/key-points.md: there is no fact K.99',
  },
  {
    what: 'a fact that the guide does not cite',
    file: 'guide/private-doctors.md',
    change: (text) => text.replaceAll(/ ?\{data-facts="[^"]*5\.3[^"]*"\}/g, ''),
    message: 'the guide does not tell fact 5.3',
  },
  {
    what: 'a day of review that does not exist',
    file: 'facts.yaml',
    change: (text) => text.replace('reviewBy: 2027-05-22', 'reviewBy: 2027-02-30'),
    message: 'facts.yaml: K.1: review by "2027-02-30", which is no date',
  },
  {
    what: 'a review that is due before the last check',
    file: 'facts.yaml',
    change: (text) =>
      text.replace(
        'checked: 2026-11-22\n        reviewBy: 2027-02-22',
        'checked: 2027-02-22\n        reviewBy: 2027-02-22',
      ),
    message: 'facts.yaml: 6.4: review by 2027-02-22 is not after checked, 2027-02-22',
  },
  {
    what: 'a changed fact without its new words',
    file: 'facts.yaml',
    change: (text) => text.replace('today: same', 'today: changed'),
    message: 'facts.yaml: K.1: changed, but "tell" does not say to what',
  },
  {
    what: 'a source without a grade',
    file: 'facts.yaml',
    change: (text) => text.replace('source: none', 'source: "a page"'),
    message: 'facts.yaml: K.1: grade none with source a page',
  },
  {
    what: 'a source without the day when it was read',
    file: 'facts.yaml',
    change: (text) => text.replace('        checked: 2026-11-22\n', ''),
    message: 'facts.yaml: K.3: checked on no day with source Healthwatch England, 3 February 2025',
  },
  {
    what: 'a day of reading but no source',
    file: 'facts.yaml',
    change: (text) => text.replace(/(id: "K\.2"[\s\S]*?grade: none\n)/, '$1        checked: 2026-11-22\n'),
    message: 'facts.yaml: K.2: checked 2026-11-22 with source none',
  },
  {
    what: 'a letter without a paragraph',
    file: 'letters/review-diagnosis.md',
    change: (text) => text.replace('## ask\n', '## asks\n'),
    message: 'letters/review-diagnosis.md: no words for ask',
  },
  {
    what: 'a text that its letter does not name',
    file: 'letters/review-treatment.md',
    change: (text) => `${text}\n\n## wish\nI wish.\n`,
    message: 'letters/review-treatment.md: src/letters/review-treatment.ts does not name wish',
  },
  {
    what: 'words that belong to no letter',
    file: 'letters/ask-the-cat.md',
    change: () => '---\ntitle: T\n---\n',
    message: 'letters/ask-the-cat.md belongs to no letter',
  },
  {
    what: 'a card without a text',
    file: 'cards/appointment.md',
    change: (text) => text.replace('## history.slow-recovery\n', '## history.no-recovery\n'),
    message: 'cards/appointment.md: no words for history.slow-recovery',
  },
  {
    what: 'a missing page',
    file: 'pages/privacy.md',
    change: undefined,
    message: 'pages/privacy.md is missing',
  },
];

/** What the start says about a copy of the content that is broken in these ways. */
function messagesOf(breaks: readonly Break[]): string {
  const copy = mkdtempSync(join(tmpdir(), 'content-'));
  folders.push(copy);
  cpSync(content, copy, { recursive: true });
  for (const { file, change } of breaks) {
    const path = join(copy, file);
    if (!change) {
      rmSync(path);
      continue;
    }
    const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const after = change(before);
    if (after === before) throw new Error(`nothing changed in ${file}`);
    writeFileSync(path, after);
  }
  try {
    loadContent(copy);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('the content', () => {
  it('fits the code as it is', () => expect(messagesOf([])).toBe(''));

  it.each(['questions/concern.md', 'facts.yaml', 'letters/shared.md'])(
    'stops the start for one fault alone, of %s',
    (file) => {
      const broken = BREAKS.find((one) => one.file === file)!;
      expect(messagesOf([broken])).toContain(`\n- ${broken.message}`);
    },
  );

  it('stops the start for a fact that is never due to be checked again', () => {
    const change = (text: string) => text.replace('        reviewBy: 2027-05-22\n', '');
    expect(messagesOf([{ what: '', file: 'facts.yaml', change, message: '' }])).toContain('K.1.reviewBy');
  });

  describe('with many faults, lists each of them in one error', () => {
    let messages = '';
    beforeAll(() => void (messages = messagesOf(BREAKS)));

    it.each(BREAKS)('$what', ({ message }) => expect(messages).toContain(`\n- ${message}`));
  });
});
