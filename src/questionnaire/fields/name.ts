import { LIMITS } from './limits.ts';
import { type HowText, textField } from './text.ts';

/** Somebody's whole name, any characters. */
export const fullName = (name: string, how: HowText = {}) => textField(name, 'name', LIMITS.name, how);
