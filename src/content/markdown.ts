import MarkdownIt from 'markdown-it';
import attributes from 'markdown-it-attrs';

// Raw HTML stays off, and attributes are only those that say which facts a paragraph tells: content is trusted, but
// a slip in it must not become a hole.
const markdown = new MarkdownIt({ html: false, typographer: false }).use(attributes, {
  allowedAttributes: ['data-facts', 'id'],
});

/** The ids of the facts that a Markdown text says it tells. */
export const factsToldIn = (text: string): string[] =>
  [...text.matchAll(/data-facts="([^"]*)"/g)].flatMap(([, ids]) => ids!.split(' '));

// Most texts read the same for all readers, and making HTML of them is much of a start's time.
const made = new Map<string, string>();

/** Our own Markdown as HTML. */
export function toHtml(text: string): string {
  const html = made.get(text) ?? markdown.render(text);
  made.set(text, html);
  return html;
}

/** An id for a heading, from its words. */
export const headingId = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** A page in sections: its HTML, with an id on each level-2 heading, and those headings for a list of contents. */
export function toPage(text: string): { html: string; contents: readonly { id: string; text: string }[] } {
  const contents: { id: string; text: string }[] = [];
  const marked = text.replace(/^## (.+?)\s*$/gm, (_, heading: string) => {
    const id = headingId(heading);
    contents.push({ id, text: heading });
    return `## ${heading} {id="${id}"}`;
  });
  return { html: toHtml(marked), contents };
}
