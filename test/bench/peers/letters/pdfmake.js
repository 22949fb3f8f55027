import pdfmake from 'pdfmake';
import { bold, regular, serve } from './serve.js';

pdfmake.setFonts({ 'Source Sans 3': { normal: regular, bold } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === regular || path === bold);

function contentOf(block) {
  switch (block.kind) {
    case 'sender':
    case 'recipient':
    case 'reference':
    case 'signed':
      return { stack: block.lines, margin: [0, 0, 0, 15] };
    case 'list':
      return { stack: [block.intro, { ul: block.items.map(({ text }) => text) }], margin: [0, 0, 0, 8.5] };
    case 'paragraph':
      return { text: block.sentences.map(({ text }) => text).join(' '), margin: [0, 0, 0, 8.5] };
    case 'subject':
      return { text: block.text, bold: true, fontSize: 13, margin: [0, 0, 0, 8.5] };
    case 'close':
      return { text: block.text, margin: [0, 0, 0, 42] };
    default:
      return { text: block.text, margin: [0, 0, 0, 8.5] };
  }
}

serve(({ title, blocks }) =>
  pdfmake
    .createPdf({
      pageSize: 'A4',
      pageMargins: [71, 65, 71, 65],
      info: { title },
      defaultStyle: { font: 'Source Sans 3', fontSize: 12 },
      content: blocks.map(contentOf),
    })
    .getBuffer(),
);
