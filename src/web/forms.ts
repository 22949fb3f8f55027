import { type Request, type RequestHandler, urlencoded } from 'express';
import type { Field, FieldError, FormInput } from '../questionnaire/fields/field.ts';
import { HttpError } from './http-error.ts';

/** Enough for the longest page, even with too long answers of three bytes a letter, percent-encoded. */
const BODY_LIMIT = '256kb';

/** Reads form bodies and refuses all others. */
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

/** The posted fields as typed, only without NULs and lone surrogates, which no page can show again. */
export function formOf(request: Request): FormInput {
  const body = (request.body ?? {}) as Record<string, string | string[]>;
  const shown = (text: string) => text.toWellFormed().replaceAll('\0', '');
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      typeof value === 'string' ? shown(value) : value.map(shown),
    ]),
  );
}

/** What was posted for these fields. Others, such as one that a browser extension adds, are ignored. */
export function inputFor(fields: readonly Field[], form: FormInput): FormInput {
  const inputs = new Set(fields.flatMap((field) => field.inputNames));
  return Object.fromEntries(Object.entries(form).filter(([input]) => inputs.has(input)));
}

/** What to store: the submitted fields, each cleaned. */
export const cleanedFor = (fields: readonly Field[], input: FormInput): FormInput =>
  Object.assign({}, ...fields.map((field) => field.cleaned(input))) as FormInput;

/** Whether a field is too long. Such input is never stored, so that nobody can fill the store. */
export const isTooLong = (errors: readonly FieldError[]): boolean =>
  errors.some(({ limit }) => limit !== undefined);
