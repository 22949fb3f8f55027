import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

const { resolve } = createRequire(import.meta.url);
const face = (name) => resolve(`@expo-google-fonts/source-sans-3/${name}.ttf`);

/** The font that the product uses for the same letter. */
export const regular = face('400Regular/SourceSans3_400Regular');
export const bold = face('700Bold/SourceSans3_700Bold');

/** Responds to each posted letter, which comes as blocks of the product's document model, with its PDF. */
export function serve(pdfOf) {
  createServer(async (request, response) => {
    const letter = await text(request);
    if (letter === '') return response.end();
    try {
      response.end(await pdfOf(JSON.parse(letter)));
    } catch (error) {
      response.writeHead(500).end(error.stack);
    }
  }).listen(process.env.PORT, process.env.HOST);
}
