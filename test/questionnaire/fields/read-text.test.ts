import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText, isUpTo } from '../../../src/questionnaire/fields/read-text.ts';

describe('a typed text, once read', () => {
  it.each([
    ['plain text stays', 'Dr Patel’s “plan” – 50 %', 'Dr Patel’s “plan” – 50 %'],
    ['case and inner space stay', 'iPhone  iN  BED', 'iPhone  iN  BED'],
    ['decomposed letters are composed', 'Ane\u0301', 'Ané'],
    ['letters are composed across a mark that is dropped', 'e\uFEFF\u0301', 'é'],
    ['line breaks of Windows and of old Macs become line feeds', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['line and paragraph separators become line feeds', 'a\u2028b\u2029c', 'a\nb\nc'],
    ['a tab becomes a space', 'a\tb', 'a b'],
    ['controls go', 'a\u0000b\u0007c\u001bd\u007fe\u0085f', 'abcde\nf'],
    ['bidi overrides and isolates go', '\u202Ea\u202Cb\u2066c\u2069', 'abc'],
    ['a byte-order mark goes', '\uFEFFa\uFEFF', 'a'],
    ['a soft hyphen goes', 'psych\u00ADiatrist', 'psychiatrist'],
    ['noncharacters go', 'a\uFFFEb\uFFFFc\uFDD0d\u{1FFFE}e', 'abcde'],
    ['half a character goes, and so does its replacement character', 'a\uD83Db\uDE00c\uFFFD', 'abc'],
    ['an emoji stays whole', '😀', '😀'],
    ['joiners stay: Persian and Bengali need them', 'می\u200Cخواهم র\u200D্য', 'می\u200Cخواهم র\u200D্য'],
    ['marks of direction go', 'שלום\u200F!\u200E', 'שלום!'],
    ['up to four marks on a letter stay', 'x\u0301\u0302\u0303\u0304', 'x\u0301\u0302\u0303\u0304'],
    ['a pile of marks is cut', `x${'\u0301'.repeat(50)}y`, `x${'\u0301'.repeat(4)}y`],
  ])('%s', (_, typed, expected) => expect(readText(typed)).toBe(expected));

  const anyText = fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  });
  const awkward = fc.string({
    unit: fc.constantFrom(
      'e',
      '\u0301',
      '\uFEFF',
      '\r',
      '\n',
      '\t',
      '\u202E',
      '\uD83D',
      '\uDE00',
      '\u200D',
      '가',
      'ᄀ',
      'ᅡ',
    ),
  });

  it('is well-formed, in NFC, and the same when it is read again', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, awkward), (typed) => {
        const once = readText(typed);
        expect(once.isWellFormed()).toBe(true);
        expect(once).toBe(once.normalize('NFC'));
        expect(readText(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});

it.each([
  ['', 0],
  ['abc', 3],
  ['😀', 1],
  ['x\u0301', 2],
])('the length of %j is %i', (text, length) => {
  expect(isUpTo(length, text)).toBe(true);
  expect(isUpTo(length - 1, text)).toBe(false);
});
