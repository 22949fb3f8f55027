import { LIMITS } from './limits.ts';
import { type HowText, textField } from './text.ts';

/** A person's full name, in any characters. */
export const fullName = (name: string, how: HowText = {}) => textField(name, 'name', LIMITS.name, how);
