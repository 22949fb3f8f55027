export { checkboxes, radios } from './choice.ts';
