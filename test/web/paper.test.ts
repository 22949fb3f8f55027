import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderPlainText } from '../../src/formats/plain-text.ts';
import { LETTER_IDS } from '../../src/questionnaire/questions/people.ts';
import { nodesOf, readPdf } from '../formats/read-pdf.ts';
import { runApp, type RunningApp } from '../support/app.ts';
import { attribute, elementsIn, textOf } from '../support/page.ts';
import { needsProgram } from '../support/programs.ts';

/** Letters to fill in by hand, and the sample letters that lead to them. */
let app: RunningApp;
let made = 0;
const folder = mkdtempSync(join(tmpdir(), 'paper-'));
beforeAll(async () => {
  app = await runApp();
  const { pdfs } = app.services;
  const pdf = pdfs.pdf.bind(pdfs);
  pdfs.pdf = (...given) => {
    made += 1;
    return pdf(...given);
  };
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await app.close();
});

async function paper(path: string): Promise<{ headers: Record<string, string | undefined>; file: Buffer }> {
  const { status, headers, body } = await request(app.origin).get(path).buffer(true);
  expect(status).toBe(200);
  return { headers: headers, file: body as Buffer };
}

const oneSpace = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What each form must ask for, in the words of its letter's own questions. */
const ASKS: Readonly<Record<(typeof LETTER_IDS)[number], readonly string[]>> = {
  'review-treatment': ['review my treatment', 'What is hard for you?', '☐ Sleep', '☐ A talking therapy'],
  'second-opinion-treatment': ['Which side effects do you have?', '☐ This medicine has not brought much'],
  'review-diagnosis': ['review my diagnosis', 'What should the doctor know about you?'],
  'second-opinion-diagnosis': ['Which reasons should the letter give?', 'answer? For example, could'],
  chaser: ['☐ A complaint', 'When did you ask for it? (day, month, year)', 'What have you heard since?'],
  'ask-reasons': ['Were reasons given?', '☐ Yes, but they were not clear', 'Is there a local policy'],
  complaint: ['NHS complaints procedure', 'What happened, and when?', '☐ An apology', '3 working days'],
  'funding-review': ['Where is the decision letter?', 'What is the last day to ask for a review?'],
};
const ALWAYS = [
  'PALS, a library or an advocate can print or post this.',
  'My name:',
  'Date of birth',
  'NHS number:',
  'Are you writing for somebody else?',
  'In danger now? Ring 999.',
  'Yours faithfully',
  'Signature:',
];

describe.each(LETTER_IDS)('/paper/%s.pdf', (letter) => {
  it('is a tagged PDF with the questions of the letter, which needs no cookie', async () => {
    const { headers, file } = await paper(`/paper/${letter}.pdf`);
    expect(headers['content-type']).toBe('application/pdf');
    expect(headers['content-disposition']).toBe('inline; filename=letter-to-fill-in.pdf');
    expect(headers['set-cookie']).toBeUndefined();
    const pdf = await readPdf(file);
    const text = oneSpace(pdf.text);
    for (const words of [...ALWAYS, ...ASKS[letter]]) expect(text).toContain(words);
    expect(text).not.toMatch(/\(optional\)|[Ss]elect|undefined|\{|None of these|Rosa|Borchester NHS Trust/);
    expect(pdf.marked).toBe(true);
    expect(pdf.trees.flatMap((tree) => nodesOf(tree, 'H1'))).toHaveLength(1);
    expect(pdf.trees.flatMap((tree) => nodesOf(tree, 'H2')).length).toBeGreaterThan(3);
    for (const { mark, artifact } of pdf.texts)
      if (!artifact) expect(pdf.referenced.has(mark ?? '')).toBe(true);
  });

  it('is larger in large print', async () => {
    const sizes = async (path: string) =>
      (await readPdf((await paper(path)).file)).texts.map(({ size }) => size);
    const large = await sizes(`/paper/${letter}.pdf?print=large`);
    expect(Math.min(...large)).toBeGreaterThanOrEqual(16);
    expect(Math.min(...(await sizes(`/paper/${letter}.pdf`)))).toBeLessThan(12);
  });

  it.skipIf(!needsProgram('qpdf') || !needsProgram('pdftotext'))(
    'can be read by other programs',
    async () => {
      const file = join(folder, `${letter}.pdf`);
      writeFileSync(file, (await paper(`/paper/${letter}.pdf`)).file);
      expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain('No syntax');
      const text = oneSpace(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }));
      for (const words of ASKS[letter]) expect(text).toContain(words);
    },
  );
});

it('each form is made once, however often it is requested', async () => {
  await paper('/paper/complaint.pdf');
  const before = made;
  await Promise.all(Array.from({ length: 5 }, () => paper('/paper/complaint.pdf')));
  expect(made).toBe(before);
});

it.each(['/paper/no-such-letter.pdf', '/paper/complaint.docx', '/paper/__proto__.pdf', '/paper'])(
  '%s is not found',
  async (path) => {
    const { status, page } = await app.get(path);
    expect(status).toBe(404);
    expect(page.title).toMatch(/^Page not found/);
  },
);

describe('/guide/sample-letters', () => {
  it('shows every letter in full, as the product writes it, and links to its form', async () => {
    const { page, headers } = await app.get('/guide/sample-letters');
    expect(headers.getSetCookie()).toEqual([]);
    const links = page.all('a').map((link) => attribute(link, 'href'));
    for (const { id, letter } of app.services.content.samples) {
      const section = page
        .all('section')
        .find((one) => elementsIn(one).some((at) => attribute(at, 'id') === id))!;
      const [shown] = elementsIn(section).filter((one) => attribute(one, 'class') === 'letter');
      const words = renderPlainText(letter.document).replace(/^- /gm, '');
      expect(textOf(shown).replace(/\s/g, '')).toBe(words.replace(/\s/g, ''));
      for (const heading of ['When to use it:', 'Who gets it:', 'When to expect an answer:'])
        expect(textOf(section)).toContain(heading);
      expect(links).toEqual(
        expect.arrayContaining([`#${id}`, `/paper/${id}.pdf`, `/paper/${id}.pdf?print=large`]),
      );
    }
    expect(app.services.content.samples.map(({ id }) => id)).toEqual(LETTER_IDS);
  });
});
