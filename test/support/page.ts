import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** A page's HTML, for tests to query. */
export class Page {
  readonly elements: readonly Tree.Element[];

  constructor(html: string) {
    this.elements = elementsIn(parse(html));
  }

  get title(): string {
    return textOf(this.all('title')[0]);
  }

  get main(): readonly Tree.Element[] {
    const [main] = this.all('main');
    return main ? elementsIn(main) : [];
  }

  /** The forms in main, the question's own first. */
  get forms(): readonly Tree.Element[] {
    return this.main.filter(({ tagName }) => tagName === 'form');
  }

  all(tag: string): readonly Tree.Element[] {
    return this.elements.filter(({ tagName }) => tagName === tag);
  }

  having(name: string): readonly Tree.Element[] {
    return this.elements.filter((element) => attribute(element, name) !== undefined);
  }

  byId(id: string): Tree.Element | undefined {
    return this.elements.find((element) => attribute(element, 'id') === id);
  }
}

export function elementsIn(node: Tree.ParentNode): Tree.Element[] {
  return node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elementsIn(child)] : []));
}

export const attribute = (element: Tree.Element | undefined, name: string): string | undefined =>
  element?.attrs.find((one) => one.name === name)?.value;

/** An element's text, with runs of white space made single spaces. */
export function textOf(element: Tree.Element | undefined): string {
  const raw = (node: Tree.ChildNode): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(raw).join('') : '';
  return element ? raw(element).replace(/\s+/g, ' ').trim() : '';
}

/** The inputs and text areas of a form, hidden ones too, with their names and values. */
export function controlsOf(form: Tree.Element): readonly { name: string; type: string; value: string }[] {
  return elementsIn(form).flatMap((element) => {
    const name = attribute(element, 'name');
    if (name === undefined || !['input', 'textarea'].includes(element.tagName)) return [];
    const type = element.tagName === 'textarea' ? 'textarea' : (attribute(element, 'type') ?? 'text');
    const value =
      element.tagName === 'textarea'
        ? element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
        : (attribute(element, 'value') ?? '');
    return [{ name, type, value }];
  });
}
