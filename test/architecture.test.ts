import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = fileURLToPath(new URL('../src/', import.meta.url));

interface Room {
  /** The other rooms that it may import, or one file of a room when only that file is allowed. */
  rooms: string[];
  packages: (name: string) => boolean;
  /** Reads no clock: its callers pass in the date. */
  pure?: boolean;
}

const isNode = (name: string) => name.startsWith('node:');
const isExpress = oneOf('express', 'express-rate-limit', 'helmet');
const isPrinting = oneOf('pdfkit', 'docx', 'fontkit', 'harfbuzzjs', 'bidi-js', 'linebreak');
const isOrdinary = (name: string) => !isExpress(name) && !isPrinting(name);

const pureRooms = ['questionnaire', 'record', 'rules', 'letters'];
const inner = [...pureRooms, 'formats', 'content', 'store', 'config.ts'];

/** Who may import whom: a folder under src, or a file that is in src itself. */
const rooms: Record<string, Room> = {
  questionnaire: { rooms: [], packages: oneOf('zod'), pure: true },
  record: { rooms: ['questionnaire'], packages: oneOf('zod'), pure: true },
  rules: { rooms: ['questionnaire', 'record'], packages: oneOf(), pure: true },
  letters: { rooms: ['questionnaire', 'record'], packages: oneOf('zod'), pure: true },
  // It knows the document alone, so that a format can be added without knowing how letters are written.
  formats: { rooms: ['letters/document.ts'], packages: (name) => isPrinting(name) || isNode(name) },
  content: {
    rooms: pureRooms,
    packages: oneOf('zod', 'js-yaml', 'markdown-it', 'markdown-it-attrs', 'node:fs', 'node:path', 'node:url'),
  },
  store: { rooms: [], packages: isOrdinary },
  web: { rooms: inner, packages: (name) => !isPrinting(name) },
  'config.ts': { rooms: [], packages: oneOf('zod') },
  'app.ts': { rooms: [...inner, 'web'], packages: (name) => !isPrinting(name) },
  'start-up-log.ts': { rooms: [], packages: oneOf('pino') },
  'server.ts': { rooms: [...inner, 'app.ts', 'start-up-log.ts'], packages: isOrdinary },
};

const topLevel = oneOf(
  ...['package.json', 'tsconfig.json', 'src', 'views', 'content', 'public', 'test', 'README.md'],
  ...['package-lock.json', 'tsconfig.build.json', 'vitest.config.ts', 'eslint.config.js'],
  ...['docs', 'scripts', 'CONTRIBUTING.md', 'SECURITY.md', 'THIRD-PARTY-NOTICES'],
);
const unversioned = (name: string) => /^(node_modules|dist|data|coverage|.*\.log)$/.test(name);

describe('the source', () => {
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => relative(source, `${entry.parentPath}/${entry.name}`).split(sep).join('/'));

  it('imports only what the rules above allow', () => {
    expect(files).not.toEqual([]);
    expect(files.flatMap((file) => faults(file, readFileSync(source + file, 'utf8')))).toEqual([]);
  });

  it('has no folder without a rule', () => {
    const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !(name in rooms))).toEqual([]);
  });

  it('has no circular imports', () => {
    const graph = new Map(
      files.map((file) => [file, importedFiles(file, readFileSync(source + file, 'utf8'))]),
    );
    expect(circlesIn(graph)).toEqual([]);
  });
});

it('the top level has no file or folder without a home', () => {
  const strangers = readdirSync(root).filter(
    (name) => !topLevel(name) && !name.startsWith('.') && !unversioned(name),
  );
  expect(strangers).toEqual([]);
});

describe('the check of the source', () => {
  it.each([
    ['questionnaire/a.ts', "import fs from 'node:fs';", 'imports node:fs'],
    ['questionnaire/a.ts', "import { b } from '../record/b.ts';", 'imports record (../record/b.ts)'],
    ['rules/a.ts', "import { b } from '../letters/b.ts';", 'imports letters (../letters/b.ts)'],
    ['letters/a.ts', "import { b } from '../rules/b.ts';", 'imports rules (../rules/b.ts)'],
    ['letters/a.ts', "export * from '../formats/pdf.ts';", 'imports formats (../formats/pdf.ts)'],
    ['letters/a.ts', "import type PDF from 'pdfkit';", 'imports pdfkit'],
    ['formats/a.ts', "import ejs from 'ejs';", 'imports ejs'],
    [
      'formats/pdf/a.ts',
      "import { b } from '../../letters/case.ts';",
      'imports letters (../../letters/case.ts)',
    ],
    ['content/a.ts', "const { b } = await import('../web/b.ts');", 'imports web (../web/b.ts)'],
    ['content/a.ts', "import '@scope/name/deep.js';", 'imports @scope/name'],
    ['store/a.ts', "import { b } from '../config.ts';", 'imports config.ts (../config.ts)'],
    ['store/a.ts', "type E = import('express').Express;", 'imports express'],
    ['server.ts', "import { b } from './web/b.ts';", 'imports web (./web/b.ts)'],
    ['web/a.ts', "import { b } from '../app.ts';", 'imports app.ts (../app.ts)'],
    ['web/a.ts', "import b from '../../package.json';", 'imports what is not in src (../../package.json)'],
    ['web/a.ts', "const b = require('docx');", 'imports docx'],
    ['app.ts', 'createServer(app).listen(80);', 'opens a port'],
    ['record/a.ts', 'const now = Date.now();', 'reads the clock'],
    ['letters/a.ts', 'const now = new Date();', 'reads the clock'],
    ['other/a.ts', '', 'is in no room that this test knows'],
    ['other.ts', '', 'is in no room that this test knows'],
  ])('reports src/%s for %s', (file, text, fault) => {
    expect(faults(file, text)).toEqual([
      expect.stringMatching(new RegExp(`^src/${literal(`${file} ${fault}`)}`)),
    ]);
  });

  it.each([
    ['questionnaire/questions/a.ts', "import { b } from '../b.ts'; import { z } from 'zod';"],
    ['record/a.ts', "const today = new Date(given); // import fs from 'node:fs'"],
    ['formats/pdf/a.ts', "import PDF from 'pdfkit'; import type { B } from '../../letters/document.ts';"],
    ['content/a.ts', "import { readFile } from 'node:fs/promises';"],
    ['web/a.ts', "import express from 'express'; import { b } from '../store/b.ts'; Date.now();"],
    ['server.ts', "import { createApp } from './app.ts'; createServer(createApp()).listen(80);"],
  ])('finds nothing wrong with src/%s for %s', (file, text) => {
    expect(faults(file, text)).toEqual([]);
  });

  it('reports a circle of two files and one of three, each once', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['a', 'c']],
      ['c', ['d']],
      ['d', ['e']],
      ['e', ['c']],
    ]);
    expect(circlesIn(graph)).toEqual(['a → b → a', 'c → d → e → c']);
  });
});

/** What a file does that its room may not do, each as a sentence that begins with the file. */
function faults(file: string, text: string): string[] {
  const name = roomOf(file);
  const room = rooms[name];
  if (!room)
    return [`src/${file} is in no room that this test knows: add it to README's map and to the test`];
  const { imports, readsClock, opensPort } = read(file, text);
  const found = imports.flatMap((specifier) => forbidden(file, room, specifier) ?? []);
  return [
    ...found.map((what) => `src/${file} imports ${what}, which ${name} may not`),
    ...(room.pure && readsClock ? [`src/${file} reads the clock: take the date as an argument`] : []),
    ...(opensPort && file !== 'server.ts' ? [`src/${file} opens a port: only src/server.ts may`] : []),
  ];
}

function forbidden(file: string, room: Room, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) {
    const name = packageOf(specifier);
    return room.packages(name) ? undefined : name;
  }
  const target = posix.join(dirname(file), specifier);
  if (target.startsWith('../')) return `what is not in src (${specifier})`;
  const other = roomOf(target);
  const isAllowed = other === roomOf(file) || room.rooms.includes(other) || room.rooms.includes(target);
  return isAllowed ? undefined : `${other} (${specifier})`;
}

function read(file: string, text: string): { imports: string[]; readsClock: boolean; opensPort: boolean } {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const found = { imports: [] as string[], readsClock: false, opensPort: false };
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier && ts.isStringLiteralLike(specifier)) found.imports.push(specifier.text);
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { expression: owner, name } = node.expression;
      if (name.text === 'listen') found.opensPort = true;
      if (isDate(owner) && name.text === 'now') found.readsClock = true;
    }
    if (ts.isCallExpression(node) && isDate(node.expression)) found.readsClock = true;
    if (ts.isNewExpression(node) && isDate(node.expression) && !node.arguments?.length)
      found.readsClock = true;
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The module named by an import, a re-export, an import type, or a call of import or require. */
function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  if (!ts.isCallExpression(node)) return undefined;
  const callee = node.expression;
  const loads =
    callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
  return loads ? node.arguments[0] : undefined;
}

function isDate(node: ts.Node): boolean {
  return ts.isIdentifier(node) && node.text === 'Date';
}

const roomOf = (file: string): string => file.split('/')[0] ?? file;

const importedFiles = (file: string, text: string): string[] =>
  read(file, text)
    .imports.filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(dirname(file), specifier));

/** Every circle of imports that a walk through the graph finds, as a path that ends where it began. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    else if (!done.has(file)) {
      for (const other of graph.get(file) ?? []) visit(other, [...path, file]);
      done.add(file);
    }
  };
  for (const file of graph.keys()) visit(file, []);
  return circles;
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function oneOf(...names: string[]): (name: string) => boolean {
  return (name) => names.includes(name);
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
