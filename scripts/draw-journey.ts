import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadContent } from '../src/content/content.ts';
import { drawJourney, DRAWING } from './journey-drawing.ts';

/** `npm run draw:journey`: writes docs/journey.md. */
const content = loadContent(fileURLToPath(new URL('../content', import.meta.url)));
writeFileSync(DRAWING, await drawJourney(content));
console.log(`Written: ${DRAWING}`);
