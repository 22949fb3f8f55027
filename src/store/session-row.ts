import { z } from 'zod';
import type { Schemas } from './sealed-row.ts';

const heldSchema = z.object({
  id: z.string(),
  /** The journey's own key, in base64url. */
  key: z.string(),
  /** When this browser last used it, to within an hour or less (see `createLifetimes`). */
  used: z.number(),
});
const sessionSchema = z.object({ journeys: z.array(heldSchema) });

/** A journey as a browser holds it. */
export type HeldJourney = z.infer<typeof heldSchema>;
/** What one browser holds. */
export type SessionRow = z.infer<typeof sessionSchema>;

export const sessionSchemas: Schemas<SessionRow> = { 1: sessionSchema };
