import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Router } from 'express';
import { type Encoding, encodingFor } from './encoding.ts';

interface Asset {
  readonly type: string;
  /** As it is, and compressed where that makes it smaller. */
  readonly bodies: Readonly<Record<'identity', Buffer> & Partial<Record<Encoding, Buffer>>>;
}

/** The built style sheet, script, pictures and fonts, in memory, under names that change with their content. */
export interface Assets {
  readonly css: string;
  readonly js: string;
  readonly icon: string;
  /** The letter's face, which is small enough to be fetched before there is a letter. */
  readonly letterFonts: readonly string[];
  /** The picture of a letter on the start page. */
  readonly letterPicture: string;
  readonly byAddress: ReadonlyMap<string, Asset>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

/**
 * Reads what `npm run build` made into `public/built/`.
 * @throws Error where it was not built
 */
export function readAssets(folder: string): Assets {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>;
  const address = (name: string) => {
    const served = manifest[name];
    if (!served) throw new Error(`${name} was not built: run npm run build`);
    return `/assets/${served}`;
  };
  const assetOf = (served: string): Asset => {
    const read = (ending: string) => readFileSync(join(folder, served + ending));
    const type = TYPES[extname(served)] ?? 'application/octet-stream';
    // Compressed in themselves.
    if (['.woff2', '.png'].includes(extname(served))) return { type, bodies: { identity: read('') } };
    return { type, bodies: { br: read('.br'), gzip: read('.gz'), identity: read('') } };
  };
  return {
    css: address('main.css'),
    js: address('main.js'),
    icon: address('icon.svg'),
    letterFonts: ['letter-400.woff2', 'letter-700.woff2'].map(address),
    letterPicture: address('letter.png'),
    byAddress: new Map(Object.values(manifest).map((served) => [`/assets/${served}`, assetOf(served)])),
  };
}

/** Serves them, for ever cacheable, in the smallest form that the browser takes. */
export function assetPages({ byAddress }: Assets): Router {
  const router = Router();
  router.get('/assets/:file', (request, response, next) => {
    const asset = byAddress.get(request.path);
    if (!asset) return next();
    const accepted = encodingFor(request, ['br', 'gzip']);
    const encoding = accepted && asset.bodies[accepted] ? accepted : 'identity';
    if (encoding !== 'identity') response.set('Content-Encoding', encoding);
    response
      .set({
        'Cache-Control': 'public, max-age=31536000, immutable',
        Vary: 'Accept-Encoding',
        'Content-Type': asset.type,
      })
      .send(asset.bodies[encoding]);
  });
  return router;
}
