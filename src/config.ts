import { z } from 'zod';

const whole = (fallback: number, least = 0) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((number) => number >= least, `must be ${least} or more`)
    .default(fallback);

const environmentSchema = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: whole(3000).refine((port) => port <= 65535, 'must be 65535 or less'),
  DATA_DIR: z.string().min(1).default('./data'),
  STORE_URL: z
    .string()
    .regex(/^(level:|memory:|rediss?:\/\/.+)$/, 'must be level:, memory:, redis://… or rediss://…')
    .default('level:'),
  PEPPER: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hex digits')
    .optional(),
  PUBLIC_ORIGIN: z
    .string()
    .refine(isOrigin, 'must be an origin, such as https://letters.example.org, without a path')
    .optional(),
  TRUST_PROXY: whole(0),
  JOURNEY_HOURS: whole(24, 1),
  SERVICE_NAME: z.string().min(1).default('Second Opinion Letters'),
  ORGANISATION: z.string().min(1).default('Second Opinion Letters'),
  CONTACT_EMAIL: z.email('must be an email address').default('team@second-opinion-letters.example'),
  RATE_LIMIT: whole(600),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

/** The product's configuration, from the environment. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly storeUrl: string;
  readonly pepper: string | undefined;
  /** The address that people see; none: the request's own host. */
  readonly publicOrigin: string | undefined;
  readonly trustProxy: number;
  readonly journeyHours: number;
  readonly serviceName: string;
  readonly organisation: string;
  readonly contactEmail: string;
  /** Requests in five minutes from one address; 0 switches every limit off. */
  readonly rateLimit: number;
  readonly logLevel: string;
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

/**
 * Reads the configuration. An empty variable counts as absent.
 * @throws Error that lists every mistake
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = environmentSchema.safeParse(given);
  const mistakes = result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  if (/^rediss?:/.test(given.STORE_URL ?? '') && !given.PEPPER) {
    mistakes.push('PEPPER is required with Redis: 64 hex digits, the same on every machine');
  }
  if (!result.success || mistakes.length > 0) {
    throw new Error(`The configuration cannot be used:\n- ${mistakes.join('\n- ')}`);
  }
  const { data } = result;
  return {
    host: data.HOST,
    port: data.PORT,
    dataDir: data.DATA_DIR,
    storeUrl: data.STORE_URL,
    pepper: data.PEPPER,
    publicOrigin: data.PUBLIC_ORIGIN,
    trustProxy: data.TRUST_PROXY,
    journeyHours: data.JOURNEY_HOURS,
    serviceName: data.SERVICE_NAME,
    organisation: data.ORGANISATION,
    contactEmail: data.CONTACT_EMAIL,
    rateLimit: data.RATE_LIMIT,
    logLevel: data.LOG_LEVEL,
  };
}
