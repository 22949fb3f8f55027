import { Router } from 'express';
import type { Sample } from '../../content/samples.ts';
import { paperForm } from '../../letters/paper-form.ts';
import type { LetterDocument, Print } from '../../letters/document.ts';
import { HttpError } from '../http-error.ts';
import type { PageServices } from '../services.ts';

/** A name that does not say what the letter is about, as the file may stay on a shared computer. */
const FILE_NAME = 'letter-to-fill-in.pdf';

/** Letters to fill in by hand, without a journey. They are the same for everybody, so each is made once. */
export function paperPages({ content, pdfs }: PageServices): Router {
  const router = Router();
  const made = new Map<string, Promise<Buffer>>();

  function pdfOf(sample: Sample, print: Print): Promise<Buffer> {
    const key = `${sample.id} ${print}`;
    const known = made.get(key);
    if (known) return known;
    const pdf = pdfs.pdf(formOf(sample, content), print);
    made.set(key, pdf);
    // If it fails, the next request tries again.
    pdf.catch(() => made.delete(key));
    return pdf;
  }

  router.get('/paper/:letter.pdf', async (request, response) => {
    const sample = content.samples.find(({ id }) => id === request.params.letter);
    if (!sample) throw new HttpError('not-found');
    const pdf = await pdfOf(sample, request.query.print === 'large' ? 'large' : 'normal');
    response.set('Content-Disposition', `inline; filename=${FILE_NAME}`).type('application/pdf').send(pdf);
  });

  return router;
}

function formOf(sample: Sample, { questions, views }: PageServices['content']): LetterDocument {
  const asked = sample.visits
    .filter(({ placed }) => placed.part === 'letter')
    .map(({ placed: { question }, form }) => ({
      slug: question.slug,
      fields: form.fields,
      words: questions.oneself.get(question.slug)!,
    }));
  return paperForm(sample, asked, views.paper.oneself.labels);
}
