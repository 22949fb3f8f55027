import { createPdfRenderer } from '../../dist/formats/pdf/renderer.js';
import { serve } from './peers/letters/serve.js';

// What the product's worker runs, in a process of its own beside the peers'.
const renderer = await createPdfRenderer({ service: 'bench' });
serve((letter) => renderer.render(letter, 'normal'));
