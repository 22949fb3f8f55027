/** The most pages of a letter. Nobody reads more, and others wait while they are made. */
export const PAGE_LIMIT = 15;

/** The letter would take more than 15 pages. Plain text and Word files have no such limit. */
export class LetterTooLong extends Error {
  override readonly name = 'LetterTooLong';
  constructor() {
    super(`The letter is longer than ${PAGE_LIMIT} pages`);
  }
}

/** Too many letters are waiting. Trying again in a moment helps. */
export class PdfBusy extends Error {
  override readonly name = 'PdfBusy';
  constructor() {
    super('Too many letters are waiting to be made');
  }
}

/** The client went away while its letter waited, so nobody reads an answer. */
export class PdfAborted extends Error {
  override readonly name = 'PdfAborted';
  constructor() {
    super('The client has gone');
  }
}

/** The letter could not be made: it took too long, or making it failed. */
export class PdfFailed extends Error {
  override readonly name = 'PdfFailed';
}
