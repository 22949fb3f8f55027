import { LIMITS } from './limits.ts';
import { textField, type TextFieldOptions } from './text.ts';

/** A person's full name, in any characters. */
export const fullName = (name: string, options: TextFieldOptions = {}) =>
  textField(name, 'name', LIMITS.name, options);
