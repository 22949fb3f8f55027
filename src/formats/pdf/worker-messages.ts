import type { LetterDocument, Print } from '../../letters/document.ts';

/** The worker's start-up data. */
export interface WorkerSettings {
  readonly service: string;
}

/** A letter to make into a PDF, or only to lay out and count its pages. */
export interface Order {
  readonly wanted: 'pdf' | 'pages';
  readonly letter: LetterDocument;
  readonly print: Print;
  readonly created: Date | undefined;
}

/** The worker's messages: `ready` once, then one answer for each order. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'made'; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'counted'; readonly pages: number }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'failed'; readonly reason: string };
