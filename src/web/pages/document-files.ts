import type { Request, Response } from 'express';
import { z } from 'zod';
import { renderPlainText } from '../../formats/plain-text.ts';
import type { LetterDocument, Print } from '../../letters/document.ts';
import { clientGone } from '../client-gone.ts';
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
  /** The name of the file without its ending, never user input. */
  readonly name: string;
  readonly format: FileFormat;
  /** The id of its journey, for which only one PDF waits at a time. */
  readonly journey: string;
}

const TYPES: Readonly<Record<FileFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
};

/**
 * Makes a document's file and sends it as a download; PDF and Word in large print if the address says so.
 * @param made runs after the file is made and before it is sent, to record the download
 */
export async function sendFile(
  services: PageServices,
  request: Request,
  response: Response,
  file: File,
  made: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const body = await bodyOf(services, request, response, file);
  await made();
  response.attachment(`${file.name}.${file.format}`).type(TYPES[file.format]).send(body);
}

async function bodyOf(
  { pdfs, config }: PageServices,
  request: Request,
  response: Response,
  { document, format, journey }: File,
): Promise<Buffer | string> {
  const print: Print = request.query.print === 'large' ? 'large' : 'normal';
  switch (format) {
    case 'pdf':
      return pdfs.pdf(document, print, { signal: clientGone(response), key: journey });
    case 'docx': {
      // The package docx is loaded at the first Word letter, so that a server starts without it.
      const { renderDocx } = await import('../../formats/word.ts');
      return renderDocx(document, print, config.serviceName);
    }
    case 'txt':
      return renderPlainText(document);
  }
}
