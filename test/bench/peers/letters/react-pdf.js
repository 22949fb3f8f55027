import { Document, Font, Page, renderToBuffer, Text, View } from '@react-pdf/renderer';
import { createElement as h } from 'react';
import { bold, regular, serve } from './serve.js';

Font.register({ family: 'Source Sans 3', fonts: [{ src: regular }, { src: bold, fontWeight: 'bold' }] });

const page = { fontFamily: 'Source Sans 3', fontSize: 12, padding: '23mm 25mm' };
const lines = (texts) => texts.map((text, key) => h(Text, { key }, text));

function elementOf(block, key) {
  switch (block.kind) {
    case 'sender':
    case 'recipient':
    case 'reference':
    case 'signed':
      return h(View, { key, style: { marginBottom: 15 } }, lines(block.lines));
    case 'list':
      return h(
        View,
        { key, style: { marginBottom: 8.5 } },
        lines([block.intro, ...block.items.map(({ text }) => `• ${text}`)]),
      );
    case 'paragraph':
      return h(
        Text,
        { key, style: { marginBottom: 8.5 } },
        block.sentences.map(({ text }) => text).join(' '),
      );
    case 'subject':
      return h(Text, { key, style: { fontWeight: 'bold', fontSize: 13, marginBottom: 8.5 } }, block.text);
    case 'close':
      return h(Text, { key, style: { marginBottom: 42 } }, block.text);
    default:
      return h(Text, { key, style: { marginBottom: 8.5 } }, block.text);
  }
}

serve(({ title, blocks }) =>
  renderToBuffer(h(Document, { title }, h(Page, { size: 'A4', style: page }, blocks.map(elementOf)))),
);
