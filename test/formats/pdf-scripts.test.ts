import { create } from 'fontkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { createPdfRenderer, type PdfRenderer } from '../../src/formats/pdf/renderer.ts';
import { Coverage } from '../../src/formats/pdf/scripts/coverage.ts';
import { BASE, FAMILY_NAMES, readFont } from '../../src/formats/pdf/scripts/font-files.ts';
import { renderPlainText } from '../../src/formats/plain-text.ts';
import { sampleLetter, sharedWords } from '../support/sample-letter.ts';
import { nodesOf, readPdf, strays } from './read-pdf.ts';

const coverage = new Coverage();
let pdfs: PdfRenderer;
beforeAll(async () => {
  pdfs = await createPdfRenderer({ service: 'Test' });
});

/** A letter with the words everywhere: as name, subject (bold), paragraph and list item, and among English words. */
const letterIn = (words: string) =>
  sampleLetter({
    sender: [words, 'Leeds'],
    subject: words,
    paragraphs: [words, `I wrote ${words} here.`, `${words} `.repeat(12)],
    list: { intro: words, items: [words, 'sleep'] },
    signed: [words],
  });

const LEFT_TO_RIGHT = {
  Welsh: 'Rwy’n ysgrifennu i ofyn am ail farn. Tŷ, dŵr, ŵyn, môr, ffôn',
  Polish: 'Zażółć gęślą jaźń, Łódź, źle śpię',
  Vietnamese: 'Tôi không ngủ được. Nguyễn Thị Minh, Đặng Ngọc Ánh, người bệnh',
  Yoruba: 'Mo ń ṣe àìsàn. Ọlá, ẹ̀kọ́, ọ̀rọ̀, ìṣẹ́, Ṣọlá',
  Turkish: 'İstanbul, ışık, Çağrı, Gökçe, şüphe, ilaç',
  Icelandic: 'Þórdís Ægisdóttir, það er erfitt að sofa',
  Greek: 'Δεν κοιμάμαι καλά. Ελένη Παπαδοπούλου, γιατρός',
  Cyrillic: 'Я плохо сплю. Їжак, ґанок, Ђорђе, щастя',
  Bengali: 'আমি পাঁচ বছর ধরে অসুস্থ। ক্ষুদ্র স্ত্রী কর্তৃপক্ষ কোনোটিই খেয়েছি',
  Gurmukhi: 'ਮੈਂ ਪੰਜ ਸਾਲਾਂ ਤੋਂ ਬਿਮਾਰ ਹਾਂ। ਪੰਜਾਬੀ ਸ਼੍ਰੀ',
  Devanagari: 'मैं पाँच साल से बीमार हूँ। दूसरी राय चाहिए, क्षत्रिय हुआ',
  Tamil: 'நான் ஐந்து வருடங்களாக நோய்வாய்ப்பட்டுள்ளேன். கொடு',
  Symbols: 'a → b ✓ ★ ☐ £ € ½ ° “quoted” – and …',
};

/** What fontkit says about a glyph's shape, which only this test needs. */
interface Outlined {
  readonly path: { readonly commands: readonly { readonly command: string }[] };
}

it.each(['regular', 'bold'] as const)(
  'a zero has no slash, only an outer and an inner outline: %s',
  (weight) => {
    const { glyphs } = create(readFont(BASE, weight)).layout('0') as { glyphs: readonly Outlined[] };
    const outlines = glyphs[0]?.path.commands.filter(({ command }) => command === 'moveTo');
    expect(outlines).toHaveLength(2);
  },
);

describe('left-to-right scripts are read back exactly', () => {
  it.each(Object.entries(LEFT_TO_RIGHT))('%s', async (_name, words) => {
    const letter = letterIn(words);
    expect(coverage.unprintable([words])).toEqual([]);
    const found = await readPdf(await pdfs.render(letter, 'normal'));
    expect(sharedWords(found.text)).toBe(sharedWords(renderPlainText(letter)));
    expect(strays(found)).toEqual([]);
  });

  it('even if one glyph stands for several texts (the dot below ṃ and ẹ, letters with and without marks)', async () => {
    const letter = sampleLetter({ paragraphs: ['e ẹ e ẹ́ m ṃ m ń n ǹ n Minh Thị Minh'] });
    const found = await readPdf(await pdfs.render(letter, 'normal'));
    expect(sharedWords(found.text)).toBe(sharedWords(renderPlainText(letter)));
  });
});

const RIGHT_TO_LEFT = {
  Arabic: 'أنا مريضة منذ خمس سنوات، ولا أنام جيدا لأنني قلقة',
  Urdu: 'میں پانچ سال سے بیمار ہوں اور مجھے دوسری رائے چاہیے۔ ڈاکٹر',
  Hebrew: 'אני חולה כבר חמש שנים. אני לא ישנה טוב',
  Mixed: 'تناولت Sertraline لمدة 3 سنوات (ولم يتحسن حالي)',
};

describe('right-to-left scripts are read back in the order of reading', () => {
  // pdf.js gives words and letters in the right order, but drops the spaces between right-to-left words, so only
  // the letters are compared here. Poppler keeps the spaces, and pdf-tools.test.ts uses it.
  const letters = (text: string) => sharedWords(text).replaceAll(' ', '').replaceAll('•', '');

  it.each(Object.entries(RIGHT_TO_LEFT))('%s', async (_name, words) => {
    const letter = letterIn(words);
    expect(coverage.unprintable([words])).toEqual([]);
    const found = await readPdf(await pdfs.render(letter, 'normal'));
    expect(letters(found.text)).toBe(letters(renderPlainText(letter)));
    expect(strays(found)).toEqual([]);
    expect(found.trees.flatMap((tree) => nodesOf(tree, 'LI'))).toHaveLength(2);
  });

  it('with all vowel signs, although extraction may put one at the end of the word before', async () => {
    const words = 'شكراً جزيلاً مُحَمَّد שָׁלוֹם';
    const found = await readPdf(await pdfs.render(sampleLetter({ paragraphs: [words] }), 'normal'));
    const marks = (text: string) => (text.normalize('NFD').match(/\p{Mn}/gu) ?? []).sort().join('');
    expect(marks(found.text)).toBe(marks(words));
    const bare = (text: string) =>
      letters(text)
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '');
    expect(bare(found.text)).toContain(bare(words));
  });

  it('with words set from right to left, and in their place in an English line', async () => {
    const paragraphs = ['אבג Sertraline דהו 25', 'I wrote אבג דהו here'];
    const { texts } = await readPdf(await pdfs.render(sampleLetter({ paragraphs }), 'normal'));
    const leftOf = (word: string, last: boolean) =>
      texts[last ? 'findLast' : 'find'](({ text }) => text.includes(word))?.left ?? NaN;
    const hebrew = ['25', 'דהו', 'Sertraline', 'אבג'].map((word) => leftOf(word, false));
    const english = ['wrote', 'דהו', 'אבג', 'here'].map((word) => leftOf(word, true));
    for (const places of [hebrew, english]) expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...hebrew)).toBeGreaterThan(300);
  });

  it('with doses in their order, and without turning round the sentence beside them', async () => {
    const dose = sampleLetter({ paragraphs: ['I take אבג 50 mg דהו now', 'אבג 20 mg'] });
    const beside = { sentences: [{ text: 'One 7.' }, { text: 'אבג 9.' }, { text: '8 ends.' }] };
    const blocks = [...dose.blocks, { kind: 'paragraph', ...beside } as const];
    const { texts } = await readPdf(await pdfs.render({ ...dose, blocks }, 'normal'));
    const lineWith = (word: string) => {
      const baseline = texts.find(({ text }) => text.includes(word))?.baseline;
      const line = texts.filter((text) => text.baseline === baseline);
      const inOrder = line.toSorted((a, b) => a.left - b.left).map(({ text }) => text.trim());
      return inOrder.join(' ');
    };
    expect(lineWith('take')).toBe('I take דהו 50 mg אבג now');
    expect(lineWith('20 mg')).toBe('20 mg אבג');
    expect(lineWith('One')).toMatch(/^One 7\. \. 9 אבג 8 ends\.$/);
  });

  it('with a paragraph aligned to the right, and names and addresses to the left', async () => {
    const found = await readPdf(await pdfs.render(letterIn(RIGHT_TO_LEFT.Hebrew), 'normal'));
    const [name] = found.texts;
    expect(name?.left).toBeLessThan(300);
    const body = found.texts.filter(({ baseline }) => baseline > 330 && baseline < 370);
    expect(Math.max(...body.map(({ right }) => right))).toBeGreaterThan(515);
  });
});

describe('a character that cannot be printed', () => {
  it('is named once, in order, as people see it', () => {
    expect(coverage.unprintable(['Dr 선 생', 'a 你 선', '👩‍👩‍👧 ok 🙂'])).toEqual(['선', '생', '你', '👩‍👩‍👧', '🙂']);
    expect(coverage.unprintable(['plain', '', 'é ŵ'])).toEqual([]);
  });

  it('is drawn as a mark, and can still be copied and read aloud', async () => {
    const letter = sampleLetter({ paragraphs: ['Dr 선생 said 🙂 so'] });
    const file = await pdfs.render(letter, 'normal');
    const found = await readPdf(file);
    expect(sharedWords(found.text)).toBe(sharedWords(renderPlainText(letter)));
    const marks = found.texts.filter(({ text }) => /[선생🙂]/u.test(text));
    for (const { left, right } of marks) expect(right - left).toBeGreaterThan(5);
  });
});

describe('the fonts', () => {
  it.each(FAMILY_NAMES)('%s has the same characters in bold as in regular, except rare symbols', (family) => {
    const bold = new Set(create(readFont(family, 'bold')).characterSet);
    const missing = create(readFont(family, 'regular')).characterSet.filter(
      (codePoint) => !bold.has(codePoint),
    );
    expect(missing.filter((codePoint) => codePoint < 0x2190)).toEqual([]);
  });
});
