import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { WorkerSettings } from './worker-messages.ts';

const fromSources = import.meta.url.endsWith('.ts');

/** Node reads no TypeScript: from the sources (tests, development) the worker begins with tsx, and loads itself. */
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

/** Starts the thread that makes PDFs. It says that it is ready when its fonts are loaded. */
export function startWorker(settings: WorkerSettings): Worker {
  return new Worker(workerUrl(), { workerData: settings, execArgv: [] });
}
