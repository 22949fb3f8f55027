import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { type EntryKind, isEntryKind } from '../../record/entry-forms.ts';
import type { Entry } from '../../store/journey.ts';
import { newId } from '../../store/secrets.ts';
import { formOf } from '../forms.ts';
import { HttpError } from '../http-error.ts';
import { inJourney, mayWrite, type OpenJourney } from '../journey.ts';
import type { PageServices } from '../services.ts';

type Handle = (request: Request, response: Response, open: OpenJourney) => void | Promise<void>;

/** A handler for people with the right to act, who may keep a record. Others are redirected to the plan. */
export const withRecord = (services: PageServices, handle: Handle): RequestHandler =>
  inJourney(services, (request, response, open) =>
    mayWrite(open) ? handle(request, response, open) : response.redirect(303, `${open.base}/plan`),
  );

export const recordAddress = ({ base }: OpenJourney): string => `${base}/record`;

/** An entry of this journey's record, of a known kind. */
export interface KnownEntry extends Entry {
  readonly what: EntryKind;
}

export function entryIn(open: OpenJourney, id: string): KnownEntry | undefined {
  const entry = open.journey.entries.find((each) => each.id === id);
  return entry && isEntryKind(entry.what) ? { ...entry, what: entry.what } : undefined;
}

/**
 * The entry that the address names.
 * @throws HttpError not-found if this journey has no such entry
 */
export function entryNamed(request: Request, open: OpenJourney): KnownEntry {
  const entry = entryIn(open, String(request.params.entry));
  if (!entry) throw new HttpError('not-found');
  return entry;
}

/** The ids of `newId`, and longer or shorter ones. */
const entryId = z.string().regex(/^[\w-]{8,64}$/);

/**
 * The id in the form, so that a form sent twice makes one entry; a fresh id if it has none.
 * @throws HttpError bad-request if it cannot be one of ours
 */
export function entryIdOf(request: Request): string {
  const { entry } = formOf(request);
  if (entry === undefined) return newId();
  const parsed = entryId.safeParse(entry);
  if (!parsed.success) throw new HttpError('bad-request');
  return parsed.data;
}

/** Enough for years of letters, and few enough to read at once. */
const MOST_ENTRIES = 100;

export const isFull = ({ journey }: OpenJourney): boolean => journey.entries.length >= MOST_ENTRIES;
