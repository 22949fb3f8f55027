import MarkdownIt from 'markdown-it';
import attributes from 'markdown-it-attrs';

// Raw HTML is off and only these attributes are allowed (data-facts names a paragraph's facts). Content is
// trusted, but a slip in it must not become a security hole.
const plain = new MarkdownIt({ html: false, typographer: false });
const withAttributes = new MarkdownIt({ html: false, typographer: false }).use(attributes, {
  allowedAttributes: ['data-facts', 'id'],
});

/** The plugin takes as long as all the rest, and only texts with a brace can have attributes. */
const rendered = (text: string): string => (text.includes('{') ? withAttributes : plain).render(text);

/** The ids of the facts that a Markdown text names. */
export const factsToldIn = (text: string): string[] =>
  [...text.matchAll(/data-facts="([^"]*)"/g)].flatMap(([, ids]) => ids!.split(' '));

// Most texts are the same for all readers, and rendering them takes much of the start-up time.
const made = new Map<string, string>();

/** Our own Markdown as HTML. */
export function toHtml(text: string): string {
  const html = made.get(text) ?? rendered(text);
  made.set(text, html);
  return html;
}

/** An id for a heading, from its words. */
const headingId = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** A page's HTML, with an id on each level-2 heading, and those headings for a list of contents. */
export function toPage(text: string): { html: string; contents: readonly { id: string; text: string }[] } {
  const contents: { id: string; text: string }[] = [];
  const marked = text.replace(/^## (.+?)\s*$/gm, (_, heading: string) => {
    const id = headingId(heading);
    contents.push({ id, text: heading });
    return `## ${heading} {id="${id}"}`;
  });
  return { html: toHtml(marked), contents };
}
