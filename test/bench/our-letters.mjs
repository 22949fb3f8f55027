import { createPdfRenderer } from '../../dist/formats/pdf/renderer.js';
import { serve } from './peers/letters/serve.js';

// The code of the product's PDF worker, in a process of its own like the peers'.
const renderer = await createPdfRenderer({ service: 'bench' });
serve((letter) => renderer.render(letter, 'normal'));
