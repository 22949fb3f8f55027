import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import type { Content } from '../src/content/content.ts';
import { ADVICE_IDS } from '../src/rules/all-rules.ts';
import { allQuestions } from '../src/questionnaire/all-questions.ts';
import type { PartName, PlacedQuestion } from '../src/questionnaire/ordered-questions.ts';
import type { Rule } from '../src/rules/rule.ts';
import { NATIONS } from '../src/rules/nations.ts';
import { ALONGSIDE } from '../src/rules/alongside.ts';
import {
  ELSEWHERE,
  EVERYBODY,
  HELPS,
  WEIGHING,
  WITH_A_TALK,
  WORTH_MENTIONING,
} from '../src/rules/background.ts';
import { ACTING, NOTES } from '../src/rules/circumstances.ts';
import { NEXT_STEPS } from '../src/rules/next-steps.ts';
import { STEPS_OF_A_COMPLAINT } from '../src/rules/steps-of-a-complaint.ts';
import { STEPS_TO_A_RIGHT } from '../src/rules/steps-to-a-right.ts';

const ROOT = new URL('../', import.meta.url);

/** The file of the drawing. */
export const DRAWING = fileURLToPath(new URL('docs/journey.md', ROOT));

const PARTS: Readonly<Record<PartName, string>> = {
  situation: 'Part 1: the situation',
  letter: 'Part 2: the letter',
};

// In the first three lists, only the first rule that applies counts; in the others, every rule that applies.
const GROUPS: readonly (readonly [string, readonly Pick<Rule<never>, 'id' | 'nations' | 'triggers'>[]])[] = [
  ['Without the right to act: the one step', STEPS_TO_A_RIGHT],
  ['A complaint that leads: the first that applies', STEPS_OF_A_COMPLAINT],
  ['The next step: the first that applies', NEXT_STEPS],
  ['Beside the next step', ALONGSIDE],
  ['What the nation and its mental health law change', NOTES],
  ['Who acts for another', ACTING],
  ['What helps with asking', [...HELPS, WITH_A_TALK]],
  ['What the doctor may be weighing', WEIGHING],
  ['Worth mentioning', WORTH_MENTIONING],
  ['Other places to ask', ELSEWHERE],
  ['Good to know, for everybody', EVERYBODY],
];

// Advice without a rule of its own: it comes with the rule that suggests the first of two letters.
const SECOND_LETTERS = ADVICE_IDS.filter(
  (id) => !GROUPS.some(([, rules]) => rules.some((rule) => rule.id === id)),
).map((id) => ({ id, nations: NATIONS, triggers: { concern: ['both' as const] } }));

/** The journey and the rules as Markdown with Mermaid diagrams, made from the code and the content. */
export async function drawJourney({ advice }: Pick<Content, 'advice'>): Promise<string> {
  const { conditions, askedIf, names } = readGuide();
  const text = [
    '# The journey and the rules',
    'Made from the code by `npm run draw:journey`. Do not edit it here: a test fails if it is stale.',
    '## The questions, in order',
    'A question with a condition is asked if it holds; `a` are the answers before it.',
    mermaid(questionLines(conditions, askedIf)),
    '### What the conditions mean',
    names.map(({ name, text }) => `- \`${name}\`: \`${text}\``).join('\n'),
    '## The order of escalation',
    'Without the right to act there is one step. Otherwise the first of the others that applies is the next.',
    mermaid(escalationLines()),
    '## The rules',
    ...GROUPS.flatMap(([title, rules]) => [`### ${title}`, ruleTable(rules, advice.oneself)]),
    '### If two letters fit: the second of them',
    ruleTable(SECOND_LETTERS, advice.oneself),
  ].join('\n\n');
  return format(text, { ...(await resolveConfig(DRAWING)), parser: 'markdown' });
}

const mermaid = (lines: readonly string[]) => ['```mermaid', 'flowchart TD', ...lines, '```'].join('\n');

/** Lines of text as a Mermaid label. */
const label = (...lines: readonly string[]) =>
  `"${lines.map((line) => line.replace(/["<>]/g, (sign) => ENTITIES[sign]!)).join('<br>')}"`;

const ENTITIES: Readonly<Record<string, string>> = { '"': '#quot;', '<': '#lt;', '>': '#gt;' };

/** A chain of arrows, one a line. */
const arrows = (ids: readonly string[]) => ids.slice(1).map((id, index) => `  ${ids[index]} --> ${id}`);

function questionLines(conditions: readonly (string | undefined)[], askedIf: string): string[] {
  const { inOrder } = allQuestions;
  const node = ({ question }: PlacedQuestion, index: number) => {
    const condition = conditions[index];
    const { slug } = question;
    // A question that not everybody is asked has slanted sides.
    return `    ${slug}${condition ? `[/${label(slug, `if ${condition}`)}/]` : `[${label(slug)}]`}`;
  };
  const ofPart = (part: PartName) => [
    `  subgraph part-${part} [${label(PARTS[part] + (part === 'letter' ? `, if ${askedIf}` : ''))}]`,
    ...inOrder.flatMap((placed, index) => (placed.part === part ? [node(placed, index)] : [])),
    '  end',
  ];
  const slugs = (part: PartName) =>
    inOrder.filter((placed) => placed.part === part).map(({ question }) => question.slug);
  return [
    ...ofPart('situation'),
    ...ofPart('letter'),
    `  plan([${label('the plan')}])`,
    `  check-answers([${label('check answers, then the letter')}])`,
    ...arrows([...slugs('situation'), 'plan', ...slugs('letter'), 'check-answers']),
  ];
}

const escalationLines = (): string[] => [
  `  right{${label('the right to act?')}}`,
  ...STEPS_TO_A_RIGHT.map(({ id }) => `  right -- no --> ${id}`),
  `  right -- yes --> ${NEXT_STEPS[0]!.id}`,
  ...arrows(NEXT_STEPS.map(({ id }) => id)),
];

function ruleTable(
  rules: readonly Pick<Rule<never>, 'id' | 'nations' | 'triggers'>[],
  words: Content['advice']['oneself'],
): string {
  const rows = rules.map(({ id, nations, triggers }) => {
    const { title, facts } = words.get(id)!;
    const where = nations.length === NATIONS.length ? 'all' : nations.join(', ');
    return `| \`${id}\` | ${title} | ${facts.join(', ')} | ${where} | ${triggersInWords(triggers) || 'everybody'} |`;
  });
  return ['| Rule | Advice | Facts | Nations | Called by |', '| --- | --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

const triggersInWords = (triggers: Rule<never>['triggers']) =>
  Object.entries(triggers)
    .map(([slug, values]) => `${slug}: ${(values as readonly string[]).join(', ')}`)
    .join('; ');

interface GuideSource {
  /** The condition of each question, in order; undefined if everybody is asked. */
  readonly conditions: readonly (string | undefined)[];
  /** Who is asked part 2. */
  readonly askedIf: string;
  /** The definitions of the names in the conditions. */
  readonly names: readonly { readonly name: string; readonly text: string }[];
}

/** The conditions from the source text, because at run time a condition is only a function. */
function readGuide(): GuideSource {
  const source = ts.createSourceFile(
    'guide.ts',
    readFileSync(new URL('src/questionnaire/all-questions.ts', ROOT), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const textOf = (node: ts.Node) => node.getText(source).replace(/\s+/g, ' ');
  // `(a) => a.b === c` is shown as `a.b === c`.
  const told = (node: ts.Expression): string => (ts.isArrowFunction(node) ? textOf(node.body) : textOf(node));
  const conditions: (string | undefined)[] = [];
  const names: { name: string; text: string }[] = [];
  let askedIf = '';
  const visit = (node: ts.Node): void => {
    // Children first, so that the chain of calls is read from its beginning.
    ts.forEachChild(node, visit);
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isArrowFunction(node.initializer))
      names.push({ name: textOf(node.name), text: textOf(node.initializer) });
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    const [first, second] = node.arguments;
    switch (node.expression.name.text) {
      case 'ask':
        return void conditions.push(undefined);
      case 'askIf':
        return void conditions.push(told(first!));
      case 'part':
        askedIf = ts.isObjectLiteralExpression(second!) ? propertyText(second, 'askedIf', told) : '';
    }
  };
  visit(source);
  if (conditions.length !== allQuestions.inOrder.length || askedIf === '')
    throw new Error('this drawing cannot read src/questionnaire/all-questions.ts any more');
  return { conditions, askedIf, names };
}

const propertyText = (
  object: ts.ObjectLiteralExpression,
  name: string,
  told: (node: ts.Expression) => string,
): string =>
  object.properties
    .filter(ts.isPropertyAssignment)
    .filter((property) => ts.isIdentifier(property.name) && property.name.text === name)
    .map(({ initializer }) => told(initializer))
    .join();
