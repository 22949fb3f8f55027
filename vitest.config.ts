import { configDefaults, defineConfig } from 'vitest/config';

const inBrowser = 'test/browser/**/*.test.ts';
const withServers = 'test/server/**/*.test.ts';

export default defineConfig({
  test: {
    pool: 'forks',
    // One more than the cores that it is meant for, as a test in a browser often waits.
    maxWorkers: 3,
    // No test changes what another one reads, so that the files of a worker share what they import.
    isolate: false,
    // Only to end what hangs, and the only limits that there are: a busy machine is slow, and nothing fails by that.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 240_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'quick',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'test/bench/**', inBrowser, withServers],
          globalSetup: 'test/support/built-assets.ts',
        },
      },
      {
        extends: true,
        test: { name: 'server', include: [withServers], globalSetup: 'test/support/built-server.ts' },
      },
      {
        extends: true,
        test: { name: 'browser', include: [inBrowser], globalSetup: 'test/support/built-assets.ts' },
      },
    ],
  },
});
