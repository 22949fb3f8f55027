import { configDefaults, defineConfig } from 'vitest/config';

const inBrowser = 'test/browser/**/*.test.ts';
const common = { environment: 'node', pool: 'forks' } as const;

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
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          ...common,
          name: 'browser',
          include: [inBrowser],
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
