import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attribute } from './page.ts';

const UNSEEN_TAGS = ['head', 'script', 'template'];
const UNSEEN_CLASSES = /(?:^|\s)govuk-(?:visually-hidden|skip-link)(?:\s|$)/;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'.,/-]*/gu;

const isUnseen = (element: Tree.Element): boolean =>
  UNSEEN_TAGS.includes(element.tagName) ||
  attribute(element, 'hidden') !== undefined ||
  UNSEEN_CLASSES.test(attribute(element, 'class') ?? '');

/** The children that somebody sees: of what is folded away only its summary. */
const seenIn = (node: Tree.ParentNode): readonly Tree.ChildNode[] =>
  'tagName' in node && node.tagName === 'details' && attribute(node, 'open') === undefined
    ? node.childNodes.filter((child) => child.nodeName === 'summary')
    : node.childNodes;

function count(node: Tree.ParentNode): number {
  return seenIn(node).reduce((sum, child) => {
    if ('value' in child) return sum + (child.value.match(WORD)?.length ?? 0);
    return 'tagName' in child && !isUnseen(child) ? sum + count(child) : sum;
  }, 0);
}

/** How many words of a page somebody sees without a script, as `npm run measure:walks` counts them in a browser. */
export const wordsInSight = (html: string): number => count(parse(html));
