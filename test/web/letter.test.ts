import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LETTER_IDS, type LetterId } from '../../src/questionnaire/questions/people.ts';
import { type Journey, runApp, type RunningApp } from '../support/app.ts';
import { attribute, elementsIn, type Page, textOf } from '../support/page.ts';
import type { Persona } from '../support/driver.ts';
import { personaFor, type Role, ROLES_WITH_LETTER } from '../support/personas.ts';

let app: RunningApp;
beforeAll(async () => void (app = await runApp()));
afterAll(() => app.close());

const withAnswers = (role: Role, changes: Persona = {}) =>
  app.journey({ ...personaFor('review-treatment', role), ...changes });

const pageOf = async ({ base, cookie }: Journey, path = 'letter') =>
  (await app.get(`${base}/${path}`, cookie)).page;

const mainText = (page: Page) => page.all('main').map(textOf).join(' ');
const hrefs = (page: Page) => page.all('a').map((link) => attribute(link, 'href'));
const byAttribute = (page: Page, name: string, value: string) =>
  page.having(name).filter((one) => attribute(one, name) === value);

/** The position of the first element with this attribute among all elements of the page. */
const placeOf = (page: Page, name: string) => page.elements.indexOf(page.having(name)[0]!);

describe('the bar before the letter', () => {
  it('has every way to print, download, copy or share the letter, and nothing that deletes', async () => {
    const journey = await withAnswers('patient');
    const page = await pageOf(journey);
    expect(page.having('data-download').map((one) => attribute(one, 'href'))).toEqual([
      `${journey.base}/letter.pdf`,
      `${journey.base}/letter.docx`,
      `${journey.base}/letter.txt`,
    ]);
    for (const name of ['data-print', 'data-download', 'data-copy', 'data-share'])
      expect(placeOf(page, name)).toBeLessThan(placeOf(page, 'data-letter-text'));
    expect(hrefs(page)).toEqual(expect.arrayContaining([`${journey.base}/letter.pdf?print=large`]));
    const actions = page.main
      .filter(({ tagName }) => tagName === 'form')
      .map((form) => attribute(form, 'action'));
    expect(actions).toEqual([`${journey.base}/letter`, `${journey.base}/letter/sent`]);
    expect(hrefs(page)).toContain(`${journey.base}/finish`);
  });

  it('copies the words of the text file, with a dash before each item', async () => {
    const { base, cookie } = await withAnswers('patient');
    const { text: html } = await app.get(`${base}/letter`, cookie);
    const { text } = await app.get(`${base}/letter.txt`, cookie);
    const [, held = ''] = /<template id="letter-text">([\s\S]*?)<\/template>/.exec(html) ?? [];
    expect(held).toContain('\n- shaking hands');
    expect(held.replaceAll('&#39;', "'").trim()).toBe(text.trim());
  });
});

describe('change or leave out', () => {
  it.each(ROLES_WITH_LETTER)(
    'lists each line of a letter by a %s in the words of the letter',
    async (role) => {
      const page = await pageOf(await withAnswers(role));
      const letter = textOf(page.having('data-letter-text')[0]).replace(/\s+/g, ' ');
      const lines = page.having('data-letter-line');
      expect(lines.length).toBeGreaterThan(5);
      for (const line of lines) {
        expect(letter).toContain(textOf(line).replace(/\s+/g, ' '));
        expect(attribute(line, 'dir')).toBe('auto');
      }
    },
  );

  it('leaves out what is ticked, keeps it ticked, and still leaves it out when its spelling changes', async () => {
    const journey = await withAnswers('patient', { problems: { problems: 'self harm\nbeing tired' } });
    const { base, cookie } = journey;
    const boxes = byAttribute(await pageOf(journey), 'name', 'leave-out').map((box) =>
      attribute(box, 'value')!,
    );
    const harm = boxes.find((value) => value.includes('selfharm'))!;
    const { status, to } = await app.post(`${base}/letter`, { 'leave-out': [harm] }, cookie);
    expect([status, to]).toEqual([303, `${base}/letter`]);
    const ticked = (page: Page) => page.elements.filter((one) => attribute(one, 'checked') !== undefined);
    expect(ticked(await pageOf(journey)).map((box) => attribute(box, 'value'))).toEqual([harm]);
    await app.post(`${base}/questions/problems`, { problems: 'self-harm\nbeing tired' }, cookie);
    const page = await pageOf(journey);
    expect(textOf(page.having('data-letter-text')[0])).not.toMatch(/self.?harm/);
    expect(textOf(page.having('data-letter-text')[0])).toContain('being tired');
    expect(ticked(page)).toHaveLength(1);
  });

  it('leads to the question behind a line, and from it back to the letter', async () => {
    const journey = await withAnswers('patient');
    const { base, cookie } = journey;
    const change = `${base}/questions/own-words?from=letter`;
    expect(hrefs(await pageOf(journey))).toContain(change);
    const { to } = await app.post(change, { 'own-words': 'I can come on any day.' }, cookie);
    expect(to).toBe(`${base}/letter`);
  });
});

describe('what the page says', () => {
  const UNDER_18 = { 'date-of-birth-day': '4', 'date-of-birth-month': '3', 'date-of-birth-year': '2010' };
  const patient = (fields: Persona[string]) => ({ patient: { 'patient-name': 'Amina Khan', ...fields } });
  const telephone = { contact: { telephone: '01632 960 018' } };
  const quick = { 'help-with': { 'help-with': 'quick-letter' } };
  const detained = (value: string) => ({ detained: { detained: value } });
  const nation = (value: string) => ({ nation: { nation: value } });

  it.each<[string, Role, Persona, RegExp, boolean]>([
    [
      'nothing to find the record by',
      'patient',
      { ...patient({}), ...telephone },
      /may not find your record/,
      true,
    ],
    ['an address', 'patient', patient({}), /may not find your record/, false],
    ['a date of birth', 'patient', { ...patient(UNDER_18), ...telephone }, /may not find your record/, false],
    ['a consent page', 'carer', {}, /They tick, sign and date it\. Or they can tell the surgery/, true],
    ['no consent page', 'attorney', {}, /tick, sign and date/, false],
    ['a section', 'patient', detained('section'), /Show this to your IMHA or solicitor before/, true],
    ['a community order', 'carer', detained('community-order'), /Show this to their IMHA or solicitor/, true],
    [
      'a section in Scotland',
      'patient',
      { ...detained('section'), ...nation('scotland') },
      /your advocate or solicitor/,
      true,
    ],
    ['no section', 'patient', {}, /or solicitor/, false],
    ['a quick letter', 'patient', quick, /Are you in hospital under a section\?/, true],
    ['a ward', 'patient', detained('in-hospital-by-choice'), /Give it to a nurse/, true],
    ['no ward', 'patient', {}, /Hand it in at reception/, true],
    ['somebody under 18', 'patient', patient(UNDER_18), /You are under 18.*0800 1111/, true],
    ['an adult', 'patient', {}, /under 18/, false],
    ['Wales', 'patient', nation('wales'), /for England alone/, true],
    ['England', 'patient', {}, /for England alone/, false],
    ['Northern Ireland', 'patient', nation('northern-ireland'), /Lifeline on 0808 808 8000/, true],
    ['anybody', 'patient', {}, /Nobody may read this letter for days\..*999, 111,.* get help now/, true],
    ['anybody', 'patient', {}, /Do not stop or change a mental health medicine suddenly/, true],
  ])('%s (%s)', async (_, role, changes, words, isSaid) => {
    expect(words.test(mainText(await pageOf(await withAnswers(role, changes))))).toBe(isSaid);
  });

  it('has one help line, the facts of what it says, and five steps to take next', async () => {
    const page = await pageOf(await withAnswers('patient'));
    const classOf = (name: string) => page.main.filter((one) => attribute(one, 'class') === name);
    expect(classOf('help-line')).toHaveLength(1);
    const facts = page.having('data-facts').map((one) => attribute(one, 'data-facts'));
    expect(facts).toEqual(expect.arrayContaining(['N.2', 'N.14', 'N.15']));
    const list = elementsIn(page.byId('what-next')!).find(({ tagName }) => tagName === 'ol')!;
    expect(elementsIn(list).filter(({ tagName }) => tagName === 'li')).toHaveLength(5);
  });

  it.each(LETTER_IDS)(
    'has a short version of %s for forms that take 500 and 1,500 characters',
    async (letter) => {
      const page = await pageOf(await app.journey(personaFor(letter, 'carer')));
      const texts = page.having('data-short-version').map(textOf);
      expect(texts).toHaveLength(2);
      for (const [index, limit] of [500, 1500].entries()) {
        expect([...texts[index]!].length).toBeLessThanOrEqual(limit);
        expect(texts[index]).toContain('4 March 1988');
      }
    },
  );
});

describe('what the page of a later letter says', () => {
  const SECTION = { detained: { detained: 'section' } };
  const TO_DOCTOR = { decision: { 'decision-letter': 'not-seen', 'write-to': 'doctor' } };
  const ABOUT_COMPLAINT = {
    earlier: { about: 'complaint', 'asked-on-month': '3', 'asked-on-year': '2026' },
  };
  const NOT_THE_RECORD = /does not belong in the health record/;
  const INTO_THE_RECORD = /may become part of the health record/;
  const TO_A_RECEPTION = /add it to the record|Hand it in at reception|Give it to a nurse/;

  it.each<[LetterId, Role, Persona, RegExp, boolean]>([
    ['complaint', 'patient', {}, NOT_THE_RECORD, true],
    ['complaint', 'patient', {}, INTO_THE_RECORD, false],
    ['complaint', 'patient', SECTION, TO_A_RECEPTION, false],
    ['complaint', 'patient', {}, /You can complain by telephone too\. Staff write it down/, true],
    ['complaint', 'carer', {}, /They can complain by telephone too/, true],
    ['complaint', 'patient', {}, /Send it to one organisation only, not to two\./, true],
    [
      'complaint',
      'patient',
      {},
      /within 12 months, and earlier is better\. The next step is the Ombuds/,
      true,
    ],
    ['complaint', 'carer', {}, /Complaining should not affect their care/, true],
    ['complaint', 'patient', {}, /NHS complaints advocate can help.* free and independent/, true],
    ['complaint', 'patient', SECTION, /Ask for an Independent Mental Health Advocate \(IMHA\) first/, true],
    [
      'complaint',
      'patient',
      SECTION,
      /Care Quality Commission in the end.*Not sure which\? Ring the Omb/,
      true,
    ],
    ['complaint', 'patient', {}, /IMHA|Care Quality Commission/, false],
    ['complaint', 'carer', {}, /Or they can tell whoever gets this letter/, true],
    ['complaint', 'carer', {}, /they can tell the surgery/, false],
    ['funding-review', 'patient', {}, /Ask the board first for its email, or its contact for patients/, true],
    ['funding-review', 'patient', {}, INTO_THE_RECORD, false],
    ['funding-review', 'patient', SECTION, TO_A_RECEPTION, false],
    ['funding-review', 'patient', TO_DOCTOR, INTO_THE_RECORD, true],
    ['funding-review', 'patient', TO_DOCTOR, /Ask the board first/, false],
    ['funding-review', 'patient', TO_DOCTOR, /Hand it in at reception/, true],
    ['chaser', 'patient', {}, INTO_THE_RECORD, true],
    ['chaser', 'patient', ABOUT_COMPLAINT, NOT_THE_RECORD, true],
    ['chaser', 'patient', ABOUT_COMPLAINT, INTO_THE_RECORD, false],
    ['chaser', 'patient', ABOUT_COMPLAINT, TO_A_RECEPTION, false],
    ['ask-reasons', 'patient', {}, INTO_THE_RECORD, true],
  ])('%s (%s) %j: says %s: %s', async (letter, role, changes, words, isSaid) => {
    const page = await pageOf(await app.journey({ ...personaFor(letter, role), ...changes }));
    expect(words.test(mainText(page))).toBe(isSaid);
    const next = elementsIn(page.byId('what-next')!).find(({ tagName }) => tagName === 'ol')!;
    expect(elementsIn(next).filter(({ tagName }) => tagName === 'li')).toHaveLength(5);
  });

  it.each<[LetterId, readonly string[]]>([
    ['complaint', ['N.8', 'N.9', 'N.15', 'N.27', 'N.2', 'N.14']],
    ['funding-review', ['4.11', 'N.31']],
  ])('%s cites the facts that it uses', async (letter, cited) => {
    const page = await pageOf(await app.journey(personaFor(letter, 'patient')));
    const facts = page.having('data-facts').map((one) => attribute(one, 'data-facts')!.split(' '));
    expect(facts.flat()).toEqual(expect.arrayContaining([...cited]));
  });
});

describe('what a PDF cannot do', () => {
  it('print every letter of a name: the page says which, and offers the PDF with a mark in their place', async () => {
    const page = await pageOf(await withAnswers('patient', { patient: { 'patient-name': 'Amina 㐀㐁' } }));
    const [pdf] = byAttribute(page, 'data-download', 'pdf');
    expect(textOf(pdf)).toBe('PDF with a mark in place of each');
    expect(mainText(page)).toMatch(/To get all of it, use Word, text or Copy, or print this page\./);
    expect(mainText(page)).toContain('㐀 㐁');
    expect(byAttribute(page, 'data-download', 'docx')).toHaveLength(1);
  });

  const filledWith = (word: string): Persona => {
    const long = word.repeat(5_000 / word.length);
    const lines = Array.from({ length: 20 }, () => `${word.trim()} `.repeat(35)).join('\n');
    return {
      background: { background: long },
      'own-words': { 'own-words': long },
      problems: { problems: lines },
      'side-effects': { 'side-effects': lines },
      medicine: { 'current-medicine': lines, 'treatments-tried': lines },
    };
  };

  it.each([
    ['long words', 'a long story ', /In large print this letter is too long for a PDF/, ['letter.pdf']],
    ['wide words', 'WWWW MMMM ', /^(?!.*In large print).*This letter is too long for a PDF/, []],
    ['one letter a paragraph', 'a\n\n', /too long for a PDF/, []],
  ])(
    'hold more than 15 pages (%s): the page says that the letter is too long, and does not offer that PDF',
    async (_, word, words, pdfs) => {
      const journey = await withAnswers('patient', filledWith(word));
      const page = await pageOf(journey);
      expect(mainText(page)).toMatch(words);
      const offered = hrefs(page).filter((href) => href?.includes('letter.pdf'));
      expect(offered).toEqual(pdfs.map((file) => `${journey.base}/${file}`));
    },
  );

  it('the pages of one long letter, opened many times at once, leave room in the queue for other letters', async () => {
    const long = await withAnswers('patient', filledWith('a long story '));
    const other = await withAnswers('patient');
    const opened = Array.from({ length: 70 }, () => pageOf(long));
    // By then the others are in the queue.
    await Promise.race(opened);
    const pdf = await app.get(`${other.base}/letter.pdf`, other.cookie);
    expect(pdf.status).toBe(200);
    await Promise.all(opened);
  });

  it('the page of an ordinary letter has no such notice', async () => {
    expect(mainText(await pageOf(await withAnswers('patient')))).not.toMatch(/too long|cannot print/);
  });
});

describe('the person a page is about', () => {
  const nickname = { nickname: { nickname: 'Thursday' } };

  it.each<[string, Role, Persona, string | undefined, boolean]>([
    ['a patient', 'patient', {}, undefined, false],
    ['a carer', 'carer', {}, 'Amina Khan', false],
    ['an advocate', 'imca', {}, 'Robin Ellis', false],
    ['an advocate with a nickname', 'imca', nickname, 'Thursday', true],
  ])('%s', async (_, role, changes, about, isInTitle) => {
    const journey = await withAnswers(role, changes);
    for (const path of ['plan', 'check-answers', 'letter', 'card', 'questions/background']) {
      const page = await pageOf(journey, path);
      const header = page.all('header').map(textOf).join(' ');
      expect(header.includes(`This is for: ${about}`)).toBe(about !== undefined);
      expect(page.title.startsWith('Thursday: ')).toBe(isInTitle);
      expect(page.title).not.toMatch(/Amina|Robin/);
    }
  });

  it.each<[Role, string]>([
    ['patient', 'letter'],
    ['carer', 'letter'],
    ['advocate', 'review-letter-22-november-2026'],
  ])('files for a %s are called %s', async (role, name) => {
    const { base, cookie } = await withAnswers(role);
    for (const ending of ['pdf', 'docx', 'txt']) {
      const { headers } = await app.get(`${base}/letter.${ending}`, cookie);
      expect(headers.get('content-disposition')).toBe(`attachment; filename=${name}.${ending}`);
    }
  });
});

describe('how the letter will begin', () => {
  it.each([
    ['dr patel', 'Dear Dr Patel,'],
    ['The crisis team', 'Dear Team,'],
    ['', 'Dear Doctor,'],
  ])('to "%s": check answers and the question say %s', async (name, begins) => {
    const journey = await withAnswers('patient', { doctor: { 'doctor-name': name } });
    expect(mainText(await pageOf(journey, 'check-answers'))).toContain(`Your letter will begin: ${begins}`);
    expect(mainText(await pageOf(journey, 'questions/doctor'))).toContain(
      `your letter will begin: ${begins}`,
    );
    expect(textOf((await pageOf(journey)).having('data-letter-text')[0])).toContain(begins);
  });
});
