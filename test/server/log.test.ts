import { describe, expect, it } from 'vitest';
import { described, readable } from '../../src/start-up-log.ts';

describe('a line of the log', () => {
  it('is easy to read on a terminal', () => {
    const request = { route: '/guide', method: 'GET', status: 200, ms: 3 };
    const line = JSON.stringify({ level: 30, time: '2026-11-22T09:05:07.120Z', ...request });
    expect(readable(line)).toBe('09:05:07.120 INFO  route=/guide method=GET status=200 ms=3\n');
    expect(readable('{"level":40,"time":"2026-11-22T09:05:07.120Z","msg":"Mind this"}')).toBe(
      '09:05:07.120 WARN  Mind this\n',
    );
  });
});

describe('an error that nobody expected', () => {
  it('is logged by its name and place, without its message', () => {
    const error = new RangeError('Amina\n    at Khan');
    const told = described(error);
    expect(told.error).toBe('RangeError');
    expect(told.at).toContain('log.test.ts');
  });

  it('may be a value that is not an Error', () => {
    expect(described('Amina')).toEqual({ error: 'string', at: undefined });
  });
});
