import type { Request, Response } from 'express';
import { z } from 'zod';
import { renderPlainText } from '../../formats/plain-text.ts';
import { renderDocx } from '../../formats/word.ts';
import type { LetterDocument, Print } from '../../letters/document.ts';
import { HttpError } from '../http-error.ts';
import type { PageServices } from '../services.ts';

const format = z.enum(['pdf', 'docx', 'txt']);
export type FileFormat = z.infer<typeof format>;

/**
 * The format that the address ends with.
 * @throws HttpError not-found for any other
 */
export function formatNamed(request: Request): FileFormat {
  const parsed = format.safeParse(String(request.params.format).toLowerCase());
  if (!parsed.success) throw new HttpError('not-found');
  return parsed.data;
}

interface File {
  readonly document: LetterDocument;
  /** The name of the file, without its ending: nothing that somebody typed. */
  readonly name: string;
  readonly format: FileFormat;
}

/** Sends a document as a download; PDF and Word in large print where the address asks for it. */
export async function sendFile(
  { pdfs, config }: PageServices,
  request: Request,
  response: Response,
  { document, name, format }: File,
): Promise<void> {
  const print: Print = request.query.print === 'large' ? 'large' : 'normal';
  switch (format) {
    case 'pdf': {
      const pdf = await pdfs.pdf(document, print);
      response.attachment(`${name}.pdf`).type('application/pdf').send(pdf);
      return;
    }
    case 'docx': {
      const docx = await renderDocx(document, print, config.serviceName);
      response.attachment(`${name}.docx`).send(docx);
      return;
    }
    case 'txt':
      response.attachment(`${name}.txt`).type('text/plain; charset=utf-8').send(renderPlainText(document));
  }
}
