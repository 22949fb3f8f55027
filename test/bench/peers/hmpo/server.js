import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import session from 'express-session';
import hmpo from 'hmpo-app';
import wizard from 'hmpo-form-wizard';
import { steps, fields } from './wizard.js';
import { writeLocales } from './locales.js';

const folder = writeLocales();
// A wizard made with the Home Office's own libraries, set up with hmpo-app as their documentation recommends.
// Sessions are kept in memory, as in the other peer.
const { router } = hmpo.setup({
  config: { APP_ROOT: fileURLToPath(new URL('.//', import.meta.url)) },
  host: process.env.HOST,
  port: Number(process.env.PORT),
  redis: false,
  logs: { consoleJSON: true },
  session: { secret: 'only measured', sessionStore: new session.MemoryStore() },
  locales: [folder],
  // The style sheet and the script, if a browser requests them.
  publicDirs: [join(folder, 'public')],
});

router.use(wizard(steps, fields, { name: 'letters', templatePath: 'pages' }));
