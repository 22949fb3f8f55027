import { type Request, type RequestHandler, urlencoded } from 'express';
import { cleanText } from '../questionnaire/fields/clean.ts';
import type { Field, Given } from '../questionnaire/fields/field.ts';
import { HttpError } from './http-error.ts';

/** Room for the longest page, and for what is too long, in scripts of three bytes a letter, percent-encoded. */
const BODY_LIMIT = '256kb';

/** Reads the body of a form; anything else that is posted is refused. */
export const readForms: readonly RequestHandler[] = [
  urlencoded({ extended: false, limit: BODY_LIMIT, parameterLimit: 100, inflate: false }),
  (request, _response, next) => {
    const isForm = request.body !== undefined || request.get('Content-Length') === '0';
    if (
      request.method === 'POST' &&
      !isForm &&
      !request.is('application/x-www-form-urlencoded') &&
      hasBody(request)
    ) {
      throw new HttpError('bad-request', 415);
    }
    next();
  },
];

const hasBody = (request: Request) =>
  request.get('Transfer-Encoding') !== undefined || Number(request.get('Content-Length') ?? 0) > 0;

/** What was posted, cleaned. */
export function formOf(request: Request): Given {
  const body = (request.body ?? {}) as Record<string, string | string[]>;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      typeof value === 'string' ? cleanText(value) : value.map(cleanText),
    ]),
  );
}

/**
 * What was posted for these fields.
 * @throws Refusal for what no page of ours sends: an unknown field, a single one repeated, a value that is no choice
 */
export function givenFor(fields: readonly Field[], form: Given): Given {
  const given: Record<string, string | readonly string[]> = {};
  for (const [input, value] of Object.entries(form)) {
    const field = fields.find(({ inputs }) => inputs.includes(input));
    if (!field || !isPossible(field, value)) throw new HttpError('bad-request');
    given[input] =
      field.control === 'checkboxes' && typeof value === 'string' ? [value].filter(Boolean) : value;
  }
  return given;
}

function isPossible({ control, values }: Field, value: string | readonly string[]): boolean {
  const isChoice = (one: string) => one === '' || values.includes(one);
  if (control === 'checkboxes') return (typeof value === 'string' ? [value] : value).every(isChoice);
  if (typeof value !== 'string') return false;
  return control !== 'radios' || isChoice(value);
}
