import type { LetterDocument, Print } from '../../letters/document.ts';

/** What the worker is started with. */
export interface WorkerSettings {
  readonly service: string;
}

/** A letter to be made, or only to be laid out so that its pages can be counted. */
export interface Order {
  readonly wanted: 'pdf' | 'pages';
  readonly letter: LetterDocument;
  readonly print: Print;
  readonly created: Date | undefined;
}

/** What the worker says: once that it is ready, then one answer an order. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'made'; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'counted'; readonly pages: number }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'failed'; readonly reason: string };
