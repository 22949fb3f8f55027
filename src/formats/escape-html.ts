const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes any value safe as HTML text and inside a quoted attribute. Undefined and null become ''. */
export const escapeHtml = (value: unknown): string =>
  `${(value ?? '') as string}`.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
