import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Router } from 'express';
import { type Encoding, encodingFor } from './encoding.ts';

interface Asset {
  readonly type: string;
  /** Uncompressed, and compressed if that makes it smaller. */
  readonly bodies: Readonly<Record<'identity', Buffer> & Partial<Record<Encoding, Buffer>>>;
}

/** The built style sheet, script, pictures and fonts, in memory. Their names change with their content. */
export interface Assets {
  readonly css: string;
  readonly js: string;
  readonly icon: string;
  /** The letter's fonts, which are small enough to fetch before there is a letter. */
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
 * Reads what `npm run build` put into `public/built/`.
 * @throws Error if it was not built
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
    // These formats are compressed already.
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

/** Serves the assets, cacheable for ever, in the smallest form that the browser accepts. */
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
