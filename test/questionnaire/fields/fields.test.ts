import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkboxes, radios } from '../../../src/questionnaire/fields/choice.ts';
import { everyField } from '../../../src/questionnaire/every-field.ts';
import { allQuestions } from '../../../src/questionnaire/all-questions.ts';
import { addressLines, listOfLines } from '../../../src/questionnaire/fields/lines.ts';
import { fullName } from '../../../src/questionnaire/fields/name.ts';
import { line, longText } from '../../../src/questionnaire/fields/text.ts';
import { refused, taken } from './readings.ts';

const times = (text: string, count: number) => text.repeat(count);
const linesOf = (count: number, text = 'a') => Array<string>(count).fill(text).join('\n');

describe('radios read', () => {
  const must = radios('colour', ['red', 'green']);
  const may = radios('colour', ['red', 'green'], { optional: true });

  it.each([
    ['a choice', must, 'red', 'red'],
    ['a choice with space around it', must, ' green ', 'green'],
    ['no choice', must, '', refused('empty')],
    ['a choice that is not offered', must, 'blue', refused('empty')],
    ['two choices', must, ['red', 'green'], refused('empty')],
    ['no choice, if it is optional', may, '', undefined],
    ['a choice, if it is optional', may, 'red', 'red'],
  ])('%s', (_, field, typed, expected) => expect(taken(field, typed)).toEqual(expected));
});

describe('checkboxes read', () => {
  const must = checkboxes('fruit', ['apple', 'pear', 'plum', 'none'], { exclusive: ['none'] });
  const may = checkboxes('fruit', ['apple', 'pear', 'none'], { optional: true, exclusive: ['none'] });

  it.each([
    ['one', must, 'apple', ['apple']],
    ['several, in the order of the page', must, ['plum', 'apple'], ['apple', 'plum']],
    ['one that was sent twice, as one', must, ['pear', 'pear'], ['pear']],
    ['"none" alone', must, ['none'], ['none']],
    ['"none" with another', must, ['none', 'pear'], refused('alone-with-others')],
    ['"none" with another, if it is optional', may, ['pear', 'none'], refused('alone-with-others')],
    ['nothing', must, [], refused('empty')],
    ['an empty text', must, '', refused('empty')],
    ['nothing, if it is optional', may, [], []],
    ['one that is not offered', must, ['kiwi'], refused('empty')],
  ])('%s', (_, field, typed, expected) => expect(taken(field, typed)).toEqual(expected));
});

describe('a name, a line and a long text', () => {
  it.each([
    ['a name of any script', fullName('f'), 'Nguyễn Thị Ánh', 'Nguyễn Thị Ánh'],
    ['outer space', fullName('f'), '  Amina Khan \n', 'Amina Khan'],
    ['inner space and case', fullName('f'), "de  la CRUZ-o'Neil", "de  la CRUZ-o'Neil"],
    ['a line break in a name', fullName('f'), 'Amina \r\n Khan', 'Amina Khan'],
    ['a name of 100', fullName('f'), times('é', 100), times('é', 100)],
    ['a name of 101', fullName('f'), times('é', 101), refused('too-long')],
    ['a missing name', fullName('f', { required: true }), ' \u00a0 ', refused('empty')],
    ['a name that may be missing', fullName('f'), '', ''],
    ['a line of 200', line('f'), times('x', 200), times('x', 200)],
    ['a line of 201', line('f'), times('x', 201), refused('too-long')],
    ['a missing line', line('f', { required: true }), '', refused('empty')],
    ['paragraphs', longText('f'), 'One\r\n\r\nTwo\nThree', 'One\n\nTwo Three'],
    ['many empty lines', longText('f'), 'One\n\n\n\n\nTwo', 'One\n\nTwo'],
    ['a missing long text', longText('f', { required: true }), '\n \n', refused('empty')],
  ])('%s', (_, field, typed, expected) => expect(taken(field, typed)).toEqual(expected));
});

describe('a long text can have 5,000 code points after NFC', () => {
  it.each([
    ['letters', 'x', 1],
    ['an emoji, which is one', '😀', 1],
    ['a letter and its combining mark, which are one', 'e\u0301', 1],
    ['a letter and a mark that do not compose, which are two', 'x\u0301', 2],
    ['two marks of Vietnamese, which compose with their letter', 'e\u0302\u0301', 1],
    ['a flag, which is two', '🇬🇧', 2],
  ])('%s', (_, typed, size) => {
    const fits = 5000 / size;
    expect(taken(longText('f'), times(typed, fits))).toBe(times(typed, fits).normalize('NFC'));
    expect(taken(longText('f'), times(typed, fits + 1))).toEqual(refused('too-long'));
  });
});

describe('an address and a list', () => {
  const list = listOfLines('f');
  const must = listOfLines('f', { required: true });

  it.each([
    [
      'an address, without its empty lines',
      addressLines('f'),
      ' 1 Mill Lane \r\n\r\nLeeds',
      ['1 Mill Lane', 'Leeds'],
    ],
    ['no address', addressLines('f'), '', []],
    ['8 lines', addressLines('f'), linesOf(8), Array(8).fill('a')],
    ['9 lines', addressLines('f'), linesOf(9), refused('too-many-lines')],
    ['8 lines with empty ones between', addressLines('f'), linesOf(8, 'a\n'), Array(8).fill('a')],
    ['a line of 200', addressLines('f'), times('x', 200), [times('x', 200)]],
    ['a second line of 201', addressLines('f'), `x\n${times('x', 201)}`, refused('too-long')],
    ['20 items', list, linesOf(20), Array(20).fill('a')],
    ['21 items', list, linesOf(21), refused('too-many-lines')],
    ['an item of 500', list, times('😀', 500), [times('😀', 500)]],
    ['an item of 501', list, times('😀', 501), refused('too-long')],
    ['an empty list', list, ' \n ', []],
    ['an empty list that is required', must, ' \n ', refused('empty')],
  ])('%s', (_, field, typed, expected) => expect(taken(field, typed)).toEqual(expected));

  it('give the limit with the error, for the message', () => {
    const read = addressLines('f').read({ f: linesOf(9) });
    expect(read).toEqual({
      ok: false,
      errors: [{ field: 'f', inputName: 'f', code: 'too-many-lines', limit: 8 }],
    });
  });
});

it('whatever is sent, every field reports only its own inputs and the codes that it declares', () => {
  const fields = allQuestions.inOrder.flatMap(everyField);
  const one = (values: readonly string[]) => fc.oneof(fc.constantFrom('', ...values), fc.string());
  const fieldAndGiven = fc.constantFrom(...fields).chain((field) => {
    const value = fc.oneof(one(field.values), fc.array(one(field.values), { maxLength: 3 }));
    return fc.tuple(
      fc.constant(field),
      fc.record(Object.fromEntries(field.inputNames.map((name) => [name, value]))),
    );
  });
  fc.assert(
    fc.property(fieldAndGiven, ([field, given]) => {
      const read = field.read(given);
      if (read.ok) return;
      for (const error of read.errors) {
        expect([field.name, ...field.inputNames]).toContain(error.inputName);
        expect([...field.codes, 'empty']).toContain(error.code);
      }
    }),
    { numRuns: 3000 },
  );
});
