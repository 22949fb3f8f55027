import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = fileURLToPath(new URL('../src/', import.meta.url));

interface Part {
  /** The other parts that it may import. */
  parts: string[];
  packages: (name: string) => boolean;
  /** Has no clock: whoever calls it passes the date in. */
  pure?: boolean;
}

const isNode = (name: string) => name.startsWith('node:');
const isExpress = oneOf('express', 'express-rate-limit', 'helmet');
const isPrinting = oneOf('pdfkit', 'docx', 'fontkit', 'harfbuzzjs', 'bidi-js', 'linebreak');
const isOrdinary = (name: string) => !isExpress(name) && !isPrinting(name);

const inner = ['guide', 'letters', 'letters/render', 'content', 'store', 'assets', 'config.ts'];

/** Who may import whom: a folder under src, or a file that stands in src itself. */
const parts: Record<string, Part> = {
  guide: { parts: [], packages: oneOf(), pure: true },
  letters: { parts: ['guide'], packages: oneOf(), pure: true },
  'letters/render': {
    parts: ['guide', 'letters'],
    packages: (name) => isPrinting(name) || isNode(name),
    pure: true,
  },
  content: {
    parts: ['guide', 'letters'],
    packages: oneOf('zod', 'yaml', 'markdown-it', 'markdown-it-attrs', 'node:fs', 'node:path', 'node:url'),
  },
  store: { parts: [], packages: isOrdinary },
  assets: { parts: [], packages: (name) => name === 'sass' || name === 'esbuild' || isNode(name) },
  // What a browser runs.
  'assets/scripts': { parts: [], packages: oneOf('govuk-frontend') },
  web: { parts: inner, packages: (name) => !isPrinting(name) },
  'config.ts': { parts: inner, packages: isOrdinary },
  'app.ts': { parts: [...inner, 'web'], packages: (name) => !isPrinting(name) },
  'start-up-log.ts': { parts: [], packages: oneOf('pino') },
  'server.ts': { parts: [...inner, 'app.ts', 'start-up-log.ts'], packages: isOrdinary },
};

const topLevel = oneOf(
  ...['package.json', 'tsconfig.json', 'src', 'views', 'content', 'public', 'test', 'README.md'],
  ...['package-lock.json', 'tsconfig.build.json', 'vitest.config.ts', 'eslint.config.js'],
  ...['docs', 'CONTRIBUTING.md', 'LICENSE', 'THIRD-PARTY-NOTICES'],
);
const unversioned = (name: string) => /^(node_modules|dist|data|coverage|.*\.log)$/.test(name);

describe('the source', () => {
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => relative(source, `${entry.parentPath}/${entry.name}`).split(sep).join('/'));

  it('imports nothing that the design does not allow', () => {
    expect(files).not.toEqual([]);
    expect(files.flatMap((file) => faults(file, readFileSync(source + file, 'utf8')))).toEqual([]);
  });

  it('has no folder that the design does not know', () => {
    const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !(name in parts))).toEqual([]);
  });
});

it('the top level holds only what the design drew there', () => {
  const strangers = readdirSync(root).filter(
    (name) => !topLevel(name) && !name.startsWith('.') && !unversioned(name),
  );
  expect(strangers).toEqual([]);
});

describe('the reading of the source', () => {
  it.each([
    ['guide/a.ts', "import fs from 'node:fs';", 'imports node:fs'],
    ['guide/a.ts', "import { z } from 'zod';", 'imports zod'],
    ['guide/a.ts', "import { b } from '../letters/b.ts';", 'imports letters (../letters/b.ts)'],
    ['letters/a.ts', "export * from './render/pdf.ts';", 'imports letters/render (./render/pdf.ts)'],
    ['letters/a.ts', "import type PDF from 'pdfkit';", 'imports pdfkit'],
    ['letters/render/a.ts', "import ejs from 'ejs';", 'imports ejs'],
    ['content/a.ts', "const { b } = await import('../web/b.ts');", 'imports web (../web/b.ts)'],
    ['content/a.ts', "import '@scope/name/deep.js';", 'imports @scope/name'],
    ['store/a.ts', "import { b } from '../config.ts';", 'imports config.ts (../config.ts)'],
    ['store/a.ts', "type E = import('express').Express;", 'imports express'],
    ['server.ts', "import { b } from './web/b.ts';", 'imports web (./web/b.ts)'],
    ['web/a.ts', "import { b } from '../app.ts';", 'imports app.ts (../app.ts)'],
    ['web/a.ts', "import b from '../../package.json';", 'imports what is not in src (../../package.json)'],
    ['web/a.ts', "const b = require('docx');", 'imports docx'],
    ['app.ts', 'createServer(app).listen(80);', 'opens a port'],
    ['guide/a.ts', 'const now = Date.now();', 'reads the clock'],
    ['letters/render/a.ts', 'const now = new Date();', 'reads the clock'],
    ['assets/build.ts', "import express from 'express';", 'imports express'],
    ['assets/scripts/a.js', "import fs from 'node:fs';", 'imports node:fs'],
    ['other/a.ts', '', 'is in no part that this test knows'],
    ['other.ts', '', 'is in no part that this test knows'],
  ])('names src/%s where it says %s', (file, text, fault) => {
    expect(faults(file, text)).toEqual([
      expect.stringMatching(new RegExp(`^src/${literal(`${file} ${fault}`)}`)),
    ]);
  });

  it.each([
    ['guide/questions/a.ts', "import { b } from '../b.ts';"],
    ['guide/a.ts', "const today = new Date(given); // import fs from 'node:fs'"],
    ['letters/render/pdf/a.ts', "import PDF from 'pdfkit'; import { b } from '../../b.ts';"],
    ['content/a.ts', "import { readFile } from 'node:fs/promises';"],
    ['web/a.ts', "import express from 'express'; import { b } from '../store/b.ts'; Date.now();"],
    ['server.ts', "import { createApp } from './app.ts'; createServer(createApp()).listen(80);"],
  ])('finds nothing wrong with src/%s where it says %s', (file, text) => {
    expect(faults(file, text)).toEqual([]);
  });
});

/** What a file does that its part may not, each as a sentence that begins with the file. */
function faults(file: string, text: string): string[] {
  const name = partOf(file);
  const part = parts[name];
  if (!part) return [`src/${file} is in no part that this test knows: add it to the design and to the test`];
  const { imports, readsClock, opensPort } = read(file, text);
  const found = imports.flatMap((specifier) => forbidden(file, part, specifier) ?? []);
  return [
    ...found.map((what) => `src/${file} imports ${what}, which ${name} may not`),
    ...(part.pure && readsClock ? [`src/${file} reads the clock: take the date as an argument`] : []),
    ...(opensPort && file !== 'server.ts' ? [`src/${file} opens a port: only src/server.ts may`] : []),
  ];
}

function forbidden(file: string, part: Part, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) {
    const name = packageOf(specifier);
    return part.packages(name) ? undefined : name;
  }
  const target = posix.join(dirname(file), specifier);
  if (target.startsWith('../')) return `what is not in src (${specifier})`;
  const other = partOf(target);
  return other === partOf(file) || part.parts.includes(other) ? undefined : `${other} (${specifier})`;
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

/** What an import, a re-export, an import type, or a call of import or require names. */
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

function partOf(file: string): string {
  const within = ['letters/render', 'assets/scripts'].find((folder) => file.startsWith(`${folder}/`));
  return within ?? file.split('/')[0] ?? file;
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
