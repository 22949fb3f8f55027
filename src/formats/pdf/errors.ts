/** A letter takes no more pages than this: nobody reads more, and a page costs time that others wait for. */
export const PAGE_LIMIT = 15;

/** The letter would take more than 15 pages. The text and Word letters have no such limit. */
export class LetterTooLong extends Error {
  override readonly name = 'LetterTooLong';
  constructor() {
    super(`The letter is longer than ${PAGE_LIMIT} pages`);
  }
}

/** More letters are waiting than can be made soon. Trying again in a moment helps. */
export class PdfBusy extends Error {
  override readonly name = 'PdfBusy';
  constructor() {
    super('Too many letters are waiting to be made');
  }
}

/** Who asked for the letter went away while it waited. Nobody reads an answer. */
export class PdfAborted extends Error {
  override readonly name = 'PdfAborted';
  constructor() {
    super('Nobody waits for this letter any more');
  }
}

/** The letter could not be made: it took too long, or making it failed. */
export class PdfFailed extends Error {
  override readonly name = 'PdfFailed';
}
