import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text as pdf.js finds it. Positions are points from the top left corner of the page. */
export interface FoundText {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  /** The id of the marked content that it is in, if any. */
  readonly mark: string | undefined;
  readonly artifact: boolean;
}

/** A node of the structure tree, with its content on one page. */
export interface FoundNode {
  readonly role: string;
  readonly children: readonly (FoundNode | { readonly type: string; readonly id: string })[];
}

export interface FoundPdf {
  readonly pages: number;
  readonly texts: readonly FoundText[];
  /** The letter's text in the order of the file, without artifacts, with "\n" wherever pdf.js finds a line end. */
  readonly text: string;
  /** One tree for each page. */
  readonly trees: readonly FoundNode[];
  /** The marked content that the trees refer to. */
  readonly referenced: ReadonlySet<string>;
  readonly info: Readonly<Record<string, unknown>>;
  readonly xmpTitle: string | undefined;
  readonly marked: boolean;
}

function isNode(child: FoundNode['children'][number]): child is FoundNode {
  return 'role' in child;
}

/** All nodes of a tree, the root first, with the given role. */
export function nodesOf(tree: FoundNode, role: string): FoundNode[] {
  const own = tree.role === role ? [tree] : [];
  return [...own, ...tree.children.filter(isNode).flatMap((child) => nodesOf(child, role))];
}

function marksOf(tree: FoundNode): string[] {
  return tree.children.flatMap((child) => (isNode(child) ? marksOf(child) : [child.id]));
}

/** Reads a PDF back with pdf.js, which shares no code with ours. */
export async function readPdf(file: Uint8Array): Promise<FoundPdf> {
  const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const texts: FoundText[] = [];
  const trees: FoundNode[] = [];
  let text = '';
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const height = page.view[3] ?? 0;
    const content = await page.getTextContent({ includeMarkedContent: true });
    const open: { id: string | undefined; artifact: boolean }[] = [];
    for (const item of content.items) {
      if ('type' in item) {
        if (item.type === 'endMarkedContent') open.pop();
        else open.push({ id: item.id, artifact: (item as { tag?: string }).tag === 'Artifact' });
        continue;
      }
      const artifact = open.some((mark) => mark.artifact);
      if (!artifact) text += item.str + (item.hasEOL ? '\n' : '');
      if (item.str.trim() === '') continue;
      const [, , , size = 0, left = 0, bottom = 0] = item.transform as number[];
      const mark = open.findLast(({ id }) => id !== undefined)?.id;
      const right = left + item.width;
      texts.push({
        page: number,
        text: item.str,
        left,
        right,
        baseline: height - bottom,
        size,
        mark,
        artifact,
      });
    }
    text += '\n';
    const tree = (await page.getStructTree()) as FoundNode | null;
    if (tree) trees.push(tree);
  }
  const { info, metadata } = await pdf.getMetadata();
  const found: FoundPdf = {
    pages: pdf.numPages,
    texts,
    text,
    trees,
    referenced: new Set(trees.flatMap(marksOf)),
    info: info as Record<string, unknown>,
    xmpTitle: (metadata as { get(name: string): string | undefined } | null)?.get('dc:title'),
    marked: (await pdf.getMarkInfo())?.Marked === true,
  };
  await pdf.destroy();
  return found;
}

/** Text that is in no artifact and in no structure element of the tree. */
export function strays({ texts, referenced }: FoundPdf): string[] {
  const astray = ({ artifact, mark }: FoundText) =>
    !artifact && (mark === undefined || !referenced.has(mark));
  return texts.filter(astray).map(({ text }) => text);
}
