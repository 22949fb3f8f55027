import ejs from 'ejs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeHtml } from '../../src/formats/escape-html.ts';

it('prints nothing for a missing value, and every other value as text', () => {
  expect([undefined, null, '', 0, false, 'é plain'].map(escapeHtml)).toEqual([
    '',
    '',
    '',
    '0',
    'false',
    'é plain',
  ]);
  expect(escapeHtml(`&<>"'`)).toBe('&amp;&lt;&gt;&quot;&#39;');
});

it('escapes as EJS does, whatever is printed', () => {
  const pieces = fc.constantFrom('&', '<', '>', '"', "'", '&amp;', 'Amina', 'é', '😀', '\0', ' ');
  const texts = fc
    .array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 8 })
    .map((all) => all.join(''));
  const values = fc.oneof(texts, fc.double(), fc.boolean(), fc.constantFrom(null, undefined));
  fc.assert(
    fc.property(values, (value) => {
      // EJS writes the same character in another way.
      expect(escapeHtml(value)).toBe(ejs.escapeXML(value as string).replaceAll('&#34;', '&quot;'));
    }),
  );
});
