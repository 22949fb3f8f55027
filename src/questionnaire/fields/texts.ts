export { LIMITS } from './limits.ts';
export { addressLines, listOfLines } from './lines.ts';
export { fullName } from './name.ts';
export { line, longText } from './text.ts';
