import { describe, expect, it } from 'vitest';
import { missingForOthers, readConfig } from '../../src/config.ts';

const [one, two] = ['ab'.repeat(32), 'CD'.repeat(32)];

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDir: './data',
      storeUrl: 'level:',
      storeLimitBytes: 1024 ** 3,
      peppers: [],
      publicOrigin: undefined,
      trustProxy: 0,
      journeyHours: 24,
      serviceName: 'Second Opinion Letters',
      organisation: 'Second Opinion Letters',
      contactEmail: 'team@second-opinion-letters.example',
      rateLimit: 3_000,
      logLevel: 'info',
    });
  });

  it('treats an empty variable as missing', () => {
    expect(readConfig({ PORT: '', PEPPER: '', ORGANISATION: '' })).toEqual(readConfig({}));
  });

  it('takes several peppers, the newest first', () => {
    expect(readConfig({ PEPPER: one }).peppers).toEqual([one]);
    expect(readConfig({ PEPPER: `${one}, ${two}` }).peppers).toEqual([one, two]);
  });

  it.each([
    ['PORT', ['65536', '-1', '1e3', '3000x', ' '], ['0', '65535']],
    ['STORE_URL', ['level', 'level:/x', 'rediss', 'http://host'], []],
    ['STORE_LIMIT_MB', ['0', '1.5', '1GB', '1000001'], ['1', '5000']],
    ['PEPPER', ['ab', `${one},`, `${one} ${two}`, `${one}0`, 'g'.repeat(64)], []],
    [
      'PUBLIC_ORIGIN',
      [
        'letters.example.org',
        'https://letters.example.org/',
        'ftp://letters.example.org',
        'https://A.example',
      ],
      ['https://letters.example.org', 'http://localhost:3000'],
    ],
    ['TRUST_PROXY', ['true', '11'], ['2']],
    ['JOURNEY_HOURS', ['0', '8761', '1.5'], ['1', '8760']],
    ['ORGANISATION', ['  '], ['A charity']],
    ['CONTACT_EMAIL', ['nobody'], ['somebody@example.org']],
    ['RATE_LIMIT', ['-1', '9'.repeat(400)], ['0']],
    ['LOG_LEVEL', ['loud'], ['silent']],
  ])('for %s refuses %j and accepts %j', (name, wrong, right) => {
    for (const value of wrong) {
      expect(() => readConfig({ [name]: value }), value).toThrow(
        new RegExp(`^The configuration cannot be used:\n- ${name} .*$`),
      );
    }
    for (const value of right) expect(() => readConfig({ [name]: value })).not.toThrow();
  });

  it.each(['redis://store:6379/1', 'rediss://me:word@store'])(
    'for STORE_URL accepts %s, with a pepper',
    (url) => {
      expect(readConfig({ STORE_URL: url, PEPPER: one }).storeUrl).toBe(url);
      expect(() => readConfig({ STORE_URL: url })).toThrow('PEPPER is required with Redis');
    },
  );
});

describe('what is still missing before other people may use it', () => {
  const missing = (environment: Record<string, string>) =>
    missingForOthers(readConfig(environment)).map((line) => line.split(':')[0]);
  const named = { ORGANISATION: 'A charity', CONTACT_EMAIL: 'letters@charity.example' };

  it.each([
    [{}, []],
    [{ HOST: 'localhost' }, []],
    [{ HOST: '::1' }, []],
    [{ HOST: '::' }, ['ORGANISATION', 'CONTACT_EMAIL', 'PUBLIC_ORIGIN']],
    [{ HOST: '10.0.0.1', ...named }, ['PUBLIC_ORIGIN']],
    [{ PUBLIC_ORIGIN: 'https://letters.example.org', ...named }, ['TRUST_PROXY']],
    [{ PUBLIC_ORIGIN: 'https://letters.example.org', TRUST_PROXY: '1', ...named }, []],
    [{ PUBLIC_ORIGIN: 'http://letters.example.org', TRUST_PROXY: '1', ...named }, ['PUBLIC_ORIGIN']],
  ])('with %j is %j', (environment, names) => {
    expect(missing(environment)).toEqual(names);
  });
});
