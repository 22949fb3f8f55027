import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import session from 'express-session';
import hmpo from 'hmpo-app';
import wizard from 'hmpo-form-wizard';
import { steps, fields } from './wizard.js';
import { writeLocales } from './locales.js';

const folder = writeLocales();
// A wizard of the Home Office's own libraries, set up by hmpo-app as their pages recommend. Sessions are kept in
// memory, as those of the other peer are.
const { router } = hmpo.setup({
  config: { APP_ROOT: fileURLToPath(new URL('.//', import.meta.url)) },
  host: process.env.HOST,
  port: Number(process.env.PORT),
  redis: false,
  logs: { consoleJSON: true },
  session: { secret: 'only measured', sessionStore: new session.MemoryStore() },
  locales: [folder],
  // The style sheet and the script, where a browser asks.
  publicDirs: [join(folder, 'public')],
});

router.use(wizard(steps, fields, { name: 'letters', templatePath: 'pages' }));
