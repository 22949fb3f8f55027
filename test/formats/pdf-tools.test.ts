import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPdfRenderer } from '../../src/formats/pdf/renderer.ts';
import { needsProgram } from '../support/programs.ts';
import { sampleParagraph, sampleWithConsent } from '../support/sample-letter.ts';

const SCRIPTS = [
  // Without a comma, as on a mostly English page poppler puts the parts of a line around it in English order.
  'أنا مريضة منذ خمس سنوات ولا أنام جيدا',
  'আমি পাঁচ বছর ধরে অসুস্থ। ক্ষুদ্র স্ত্রী কর্তৃপক্ষ',
  'मैं पाँच साल से बीमार हूँ। क्षत्रिय',
  'ਮੈਂ ਪੰਜ ਸਾਲਾਂ ਤੋਂ ਬਿਮਾਰ ਹਾਂ।',
  'நான் ஐந்து வருடங்களாக நோய்வாய்ப்பட்டுள்ளேன்',
  'Łódź, Nguyễn Thị Minh, ẹ̀kọ́, Ελένη, Їжак → ☐',
];

const folder = mkdtempSync(join(tmpdir(), 'letters-'));
const file = join(folder, 'letter.pdf');
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  const pdfs = await createPdfRenderer({ service: 'Test' });
  const paragraphs = [...SCRIPTS, ...Array.from({ length: 6 }, (_, i) => sampleParagraph(8, i))];
  writeFileSync(file, await pdfs.render(sampleWithConsent({ paragraphs }), 'normal'));
});

const run = (program: string, ...options: string[]) => execFileSync(program, options, { encoding: 'utf8' });

/** The text without direction marks, which poppler adds for terminals. */
const plain = (text: string) =>
  text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ');

describe('other programs can read the PDF', () => {
  it.skipIf(!needsProgram('qpdf'))('qpdf finds nothing wrong', () => {
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
  });

  it.skipIf(!needsProgram('pdfinfo'))('pdfinfo finds that it is tagged, and its structure', () => {
    const info = run('pdfinfo', file);
    expect(info).toMatch(/^Tagged:\s+yes$/m);
    expect(info).toMatch(/^Page size:.*A4/m);
    const structure = run('pdfinfo', '-struct-text', file);
    expect(structure).toMatch(/^\s*H1/m);
    expect(structure).toContain('"Second opinion"');
  });

  it.skipIf(!needsProgram('pdffonts'))(
    'pdffonts finds every font embedded, as a subset, with a map to Unicode',
    () => {
      const fonts = run('pdffonts', file).trim().split('\n').slice(2);
      expect(fonts.length).toBeGreaterThan(5);
      for (const font of fonts) expect(font).toMatch(/ yes yes yes /);
    },
  );

  it.skipIf(!needsProgram('pdftotext'))('pdftotext reads every script back, words and spaces', () => {
    const text = plain(run('pdftotext', file, '-'));
    for (const words of SCRIPTS) expect(text).toContain(plain(words));
  });
});
