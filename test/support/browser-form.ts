import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

export type Fields = Record<string, string | string[]>;

/** A page as a reader of its HTML sees it: its words, its links and its first form. */
export interface ReadPage {
  text: string;
  /** The text of each `role="alert"`: the messages of an error summary. */
  alerts: string[];
  /** The `href` of every link in `main`. */
  links: string[];
  /** The first form in `main`. */
  form: Form | undefined;
}

export interface Form {
  method: string;
  /** As written in the page; undefined posts to the page's own address. */
  action: string | undefined;
  controls: Control[];
}

interface Control {
  name: string;
  kind: 'text' | 'lines' | 'hidden' | 'radio' | 'checkbox' | 'select' | 'button';
  value: string;
  /** Whether the control would be posted as the page is now. */
  on: boolean;
}

const silentTags = new Set(['script', 'style', 'head', 'template']);
const inlineTags = new Set(['a', 'abbr', 'b', 'em', 'i', 'small', 'span', 'strong', 'sup', 'time']);

/** Reads the parts of a page that a person acts on. */
export function readPage(html: string): ReadPage {
  const elements = elementsIn(parse(html));
  const main = elements.find(({ tagName }) => tagName === 'main');
  const inMain = main ? elementsIn(main) : [];
  const form = inMain.find(({ tagName }) => tagName === 'form');
  return {
    text: textOf(elements[0]),
    alerts: elements.filter((element) => attribute(element, 'role') === 'alert').map(textOf),
    links: inMain.flatMap((element) => (element.tagName === 'a' ? (attribute(element, 'href') ?? []) : [])),
    form: form && readForm(form),
  };
}

/**
 * What a browser posts once the fields are filled in. What the page already holds is kept, hidden inputs and empty
 * text fields are sent too, and ticked boxes repeat their field.
 * @throws Error if the form has no such field or value
 */
export function filledIn(form: Form, fields: Fields): URLSearchParams {
  const controls = structuredClone(form.controls);
  for (const [name, value] of Object.entries(fields)) fillIn(controls, name, [value].flat());
  const pressed = controls.find(({ kind }) => kind === 'button');
  const posted = new URLSearchParams();
  for (const control of controls) {
    const sent = control.on && control.name && (control.kind !== 'button' || control === pressed);
    if (sent) posted.append(control.name, control.value.replace(/\r\n|\r|\n/g, '\r\n'));
  }
  return posted;
}

function fillIn(controls: Control[], name: string, wanted: string[]): void {
  const open = controls.filter(({ kind }) => kind !== 'hidden' && kind !== 'button');
  const found = open.filter((control) => control.name === name);
  const kind = found[0]?.kind;
  if (!kind) {
    const names = [...new Set(open.map((control) => control.name))];
    throw new Error(`no field "${name}", only ${names.join(', ') || 'none'}`);
  }
  if (kind !== 'checkbox' && wanted.length !== 1) {
    throw new Error(`field "${name}" takes one value, not ${wanted.length}`);
  }
  if (kind === 'text' || kind === 'lines') {
    const text = wanted.join();
    if (kind === 'text' && /[\r\n]/.test(text)) throw new Error(`field "${name}" takes a single line`);
    found.forEach((control) => (control.value = text));
    return;
  }
  const unknown = wanted.find((value) => !found.some((control) => control.value === value));
  if (unknown !== undefined) {
    const values = found.map((control) => control.value);
    throw new Error(`field "${name}" has no value "${unknown}", only ${values.join(', ')}`);
  }
  found.forEach((control) => (control.on = wanted.includes(control.value)));
}

function readForm(form: Tree.Element): Form {
  const enabled = elementsIn(form).filter((element) => attribute(element, 'disabled') === undefined);
  return {
    method: (attribute(form, 'method') ?? 'get').toLowerCase(),
    action: attribute(form, 'action') || undefined,
    controls: enabled.flatMap(readControl),
  };
}

function readControl(element: Tree.Element): Control[] {
  const name = attribute(element, 'name') ?? '';
  const type = attribute(element, 'type')?.toLowerCase();
  const value = attribute(element, 'value');
  if (element.tagName === 'textarea') {
    const text = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
    return [{ name, kind: 'lines', value: text, on: true }];
  }
  if (element.tagName === 'select') return readOptions(element, name);
  if (element.tagName === 'button' && (type ?? 'submit') === 'submit') {
    return [{ name, kind: 'button', value: value ?? '', on: true }];
  }
  if (element.tagName !== 'input' || type === 'button' || type === 'reset') return [];
  if (type === 'submit' || type === 'image') return [{ name, kind: 'button', value: value ?? '', on: true }];
  if (type === 'radio' || type === 'checkbox') {
    const on = attribute(element, 'checked') !== undefined;
    return [{ name, kind: type, value: value ?? 'on', on }];
  }
  return [{ name, kind: type === 'hidden' ? 'hidden' : 'text', value: value ?? '', on: true }];
}

function readOptions(select: Tree.Element, name: string): Control[] {
  const options = elementsIn(select).filter(({ tagName }) => tagName === 'option');
  const selected = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0];
  return options.map((option) => ({
    name,
    kind: 'select',
    value: attribute(option, 'value') ?? textOf(option),
    on: option === selected,
  }));
}

function elementsIn(node: Tree.ParentNode): Tree.Element[] {
  return node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elementsIn(child)] : []));
}

function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

function textOf(element: Tree.Element | undefined): string {
  return element ? rawText(element).replace(/\s+/g, ' ').trim() : '';
}

function rawText(node: Tree.ChildNode): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  if (!('childNodes' in node) || silentTags.has(node.nodeName)) return '';
  const inner = node.childNodes.map(rawText).join('');
  return inlineTags.has(node.nodeName) ? inner : ` ${inner} `;
}
