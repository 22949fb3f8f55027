import { z } from 'zod';

const whole = (fallback: number, least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((number) => number >= least, `must be ${least} or more`)
    .refine((number) => number <= most, `must be ${most} or less`)
    .default(fallback);

const text = z.string().trim().min(1, 'must not be blank');

const BYTES_PER_MB = 1024 * 1024;
const ANY_REDIS = /^rediss?:/;
const PEPPER_FORM = '64 hex digits, or several such, the newest first, with commas between';
const OUR_NAME = 'Second Opinion Letters';
const OUR_EMAIL = 'team@second-opinion-letters.example';

// No message may repeat a value: a pepper or a store's password would end up in a log.
const environmentSchema = z.object({
  HOST: text.default('127.0.0.1'),
  PORT: whole(3000, 0, 65_535),
  DATA_DIR: text.default('./data'),
  STORE_URL: z.string().refine(isStore, 'must be level:, memory:, redis://… or rediss://…').default('level:'),
  STORE_LIMIT_MB: whole(1_024, 1, 1_000_000),
  PEPPER: z
    .string()
    .transform((list) => list.split(',').map((one) => one.trim()))
    .refine((peppers) => peppers.every((one) => /^[0-9a-f]{64}$/i.test(one)), `must be ${PEPPER_FORM}`)
    .default([]),
  PUBLIC_ORIGIN: z
    .string()
    .refine(isOrigin, 'must be an address such as https://letters.example.org, with nothing after the name')
    .optional(),
  TRUST_PROXY: whole(0, 0, 10),
  JOURNEY_HOURS: whole(24, 1, 8_760),
  SERVICE_NAME: text.default(OUR_NAME),
  ORGANISATION: text.default(OUR_NAME),
  CONTACT_EMAIL: z.email('must be an email address').default(OUR_EMAIL),
  RATE_LIMIT: whole(3_000, 0, 1_000_000),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be trace, debug, info, warn, error, fatal or silent',
    )
    .default('info'),
});

/** The product's configuration, from the environment. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly storeUrl: string;
  /** How many bytes of rows a store in this process takes. Redis has its own limit. */
  readonly storeLimitBytes: number;
  /** In hex. The first seals; the others only open what they sealed before. If empty, one is made. */
  readonly peppers: readonly string[];
  /** The address that people see; if undefined, the request's own host. */
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

function isOrigin(address: string): boolean {
  return /^https?:/.test(address) && URL.canParse(address) && new URL(address).origin === address;
}

function isStore(address: string): boolean {
  const isRedis = ANY_REDIS.test(address) && address.includes('://') && URL.canParse(address);
  return address === 'level:' || address === 'memory:' || (isRedis && new URL(address).hostname !== '');
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
  if (ANY_REDIS.test(given.STORE_URL ?? '') && !given.PEPPER) {
    mistakes.push(`PEPPER is required with Redis: ${PEPPER_FORM}; the same on every machine`);
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
    storeLimitBytes: data.STORE_LIMIT_MB * BYTES_PER_MB,
    peppers: data.PEPPER,
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

/** The settings still missing for use by other people; none while it listens only to this computer. */
export function missingForOthers(config: Config): string[] {
  const { publicOrigin, trustProxy } = config;
  if (isLoopback(config.host) && !publicOrigin) return [];
  return [
    config.organisation === OUR_NAME && 'ORGANISATION: the privacy notice names nobody who runs this service',
    config.contactEmail === OUR_EMAIL &&
      'CONTACT_EMAIL: questions about data go to an address that does not exist',
    !publicOrigin && 'PUBLIC_ORIGIN: there is no HSTS, and the check of forms trusts the Host header',
    publicOrigin?.startsWith('http:') &&
      'PUBLIC_ORIGIN: over http, anybody on the network can read the answers and the cookie',
    publicOrigin?.startsWith('https:') &&
      trustProxy === 0 &&
      'TRUST_PROXY: with 0, everybody behind the TLS proxy shares one rate limit',
  ].filter((line) => typeof line === 'string');
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
