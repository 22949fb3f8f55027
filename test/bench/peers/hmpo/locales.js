import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { words } from './wizard.js';

const { radios, text } = words;

const labelsOf = (options) =>
  Object.fromEntries(options.map(({ value, label, hint }) => [value, { label, ...(hint && { hint }) }]));

const pageOf = ({ caption, paragraphs, why }) => ({ caption, paragraphs, why });

/** Writes the words as hmpo-i18n reads them: files by language in a folder, beside the file that we were given. */
export function writeLocales() {
  const folder = dirname(process.env.PAGE_WORDS);
  const english = join(folder, 'locales', 'en');
  mkdirSync(english, { recursive: true });
  const write = (name, content) => writeFileSync(join(english, `${name}.json`), JSON.stringify(content));
  write('default', {
    govuk: {
      serviceName: 'Second Opinion Letters',
      skipLink: 'Skip to main content',
      backLink: 'Back',
      error: 'Error',
      errorSummaryTitle: 'There is a problem',
    },
    buttons: { next: 'Continue', letter: 'See your letter' },
  });
  write('fields', {
    [radios.name]: {
      legend: radios.title,
      label: radios.title,
      hint: radios.hint,
      items: labelsOf(radios.options),
    },
    [text.name]: { label: text.title, hint: text.hint },
  });
  write('pages', {
    [camelCase(radios.name)]: pageOf(radios),
    [camelCase(text.name)]: pageOf(text),
    checkAnswers: { title: 'Check your answers before you see your letter' },
  });
  return folder;
}

/** The name of a page in the templates, from its address. */
const camelCase = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
