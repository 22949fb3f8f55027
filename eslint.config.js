import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const sharedGlobals = ['console', 'URL', 'URLSearchParams', 'Event', 'setTimeout', 'clearTimeout'];
const browserGlobals = [
  ...['window', 'document', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage'],
  ...['addEventListener', 'removeEventListener', 'matchMedia', 'requestAnimationFrame', 'fetch', 'FormData'],
  ...['Element', 'HTMLElement', 'HTMLFormElement', 'HTMLInputElement', 'CustomEvent', 'CSS'],
  ...['HTMLTemplateElement', 'AbortSignal'],
];
const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

export default defineConfig(
  globalIgnores(['dist/', 'public/built/', 'node_modules/', 'data/', 'coverage/']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      // A number in a template reads as itself; an object or a possibly missing value does not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['test/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      'no-console': 'off',
      // Vitest's matchers (expect.stringMatching and the like) are typed any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: ['public/scripts/**/*.js'],
    languageOptions: {
      sourceType: 'module',
      globals: readonly([...browserGlobals, ...sharedGlobals]),
    },
  },
  {
    files: ['*.config.js', '.ci/**/*.js', 'test/bench/**/*.{js,mjs}'],
    languageOptions: { globals: readonly([...sharedGlobals, 'process']) },
  },
);
