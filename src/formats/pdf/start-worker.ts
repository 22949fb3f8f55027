import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { WorkerSettings } from './worker-messages.ts';

const fromSources = import.meta.url.endsWith('.ts');

/** From the TypeScript sources (tests, development), the worker registers tsx first and then loads itself. */
function workerUrl(): URL {
  if (!fromSources) return new URL('./worker.js', import.meta.url);
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api')).href.replace(
    /cjs$/,
    'mjs',
  );
  const worker = new URL('./worker.ts', import.meta.url).href;
  const code = `import { register } from '${tsx}'; register(); await import('${worker}');`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

/** Starts the thread that makes PDFs, which sends `ready` once its fonts are loaded. */
export function startWorker(settings: WorkerSettings): Worker {
  return new Worker(workerUrl(), { workerData: settings, execArgv: [] });
}
