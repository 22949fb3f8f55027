import { configDefaults, defineConfig } from 'vitest/config';

const inBrowser = 'test/browser/**/*.test.ts';
// Only to end what hangs: on a slow machine a test that starts five servers takes half a minute.
const common = { environment: 'node', pool: 'forks', testTimeout: 90_000, hookTimeout: 90_000 } as const;

export default defineConfig({
  test: {
    globalSetup: 'test/support/browser-assets.ts',
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'test/bench/**', inBrowser],
        },
      },
      {
        test: {
          ...common,
          name: 'browser',
          include: [inBrowser],
        },
      },
    ],
  },
});
