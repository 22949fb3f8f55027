// These functions run inside the page under test. They are sent there as text, so they can use only their own
// arguments and the three engines' globals.

interface PageElement {
  id: string;
  localName: string;
  parentElement: PageElement | null;
  children: ArrayLike<PageElement>;
}
interface AxeRule {
  id: string;
  nodes: { target: (string | string[])[] }[];
}
interface IbmResult {
  ruleId: string;
  value: [string, string];
  node: PageElement;
}
interface SnifferMessage {
  type: number;
  code: string;
  element: PageElement;
}

declare const document: unknown;
declare const axe: { run(root: unknown, options: object): Promise<{ violations: AxeRule[] }> };
declare const ace: {
  Checker: new () => { check(root: unknown, policies: string[]): Promise<{ results: IbmResult[] }> };
};
declare const HTMLCS: {
  ERROR: number;
  process(standard: string, root: unknown, done: () => void, failed: () => void): void;
  getMessages(): SnifferMessage[];
};

/** Replaces timers with promises in a page with JavaScript off, where axe would wait for a timer for ever. */
export function replaceDeadTimers(): void {
  let scripting = false;
  const probe = new EventTarget();
  probe.addEventListener('probe', () => (scripting = true));
  probe.dispatchEvent(new Event('probe'));
  if (scripting) return;
  const soon = (callback: () => void) => {
    void Promise.resolve().then(callback);
    return 0;
  };
  Object.assign(globalThis, { setTimeout: soon });
}

/** The faults that axe-core reports, as "axe rule selector". */
export async function axeFaults(tags: string[]): Promise<string[]> {
  const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
  return violations.flatMap((rule) => rule.nodes.map((node) => `axe ${rule.id} ${node.target.join(' ')}`));
}

/** The faults that IBM's engine and HTML_CodeSniffer report, as "engine rule selector". */
export async function ibmAndSnifferFaults(policies: { ibm: string; sniffer: string }): Promise<string[]> {
  const selectorOf = (start: PageElement | null | undefined): string => {
    const steps: string[] = [];
    for (let element = start; element?.localName; element = element.parentElement) {
      if (element.id) return [`#${element.id}`, ...steps].join(' > ');
      const { localName, parentElement } = element;
      const twins = Array.from(parentElement?.children ?? []).filter(
        (child) => child.localName === localName,
      );
      steps.unshift(twins.length > 1 ? `${localName}:nth-of-type(${twins.indexOf(element) + 1})` : localName);
    }
    return steps.join(' > ') || 'document';
  };

  const { results } = await new ace.Checker().check(document, [policies.ibm]);
  const ibm = results
    .filter(({ value }) => value[0] === 'VIOLATION' && value[1] === 'FAIL')
    .map(({ ruleId, node }) => `ibm ${ruleId} ${selectorOf(node)}`);

  await new Promise<void>((resolve, reject) => {
    const fail = () => reject(new Error(`HTML_CodeSniffer could not load ${policies.sniffer}`));
    HTMLCS.process(policies.sniffer, document, resolve, fail);
  });
  const sniffer = HTMLCS.getMessages()
    .filter(({ type }) => type === HTMLCS.ERROR)
    .map(({ code, element }) => `htmlcs ${code} ${selectorOf(element)}`);

  return [...ibm, ...sniffer];
}
