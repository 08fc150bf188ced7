import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './scripts/lib/browsers.mjs';
import { MODERN_DEXIE } from './scripts/lib/pageChunks.mjs';

const alias = { '@': import.meta.dirname, dexie: MODERN_DEXIE };
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * The tests of pure logic and of the store. They share no state, because each test of the store opens a database of its
 * own. So they need no process for each file. `compare.test.ts` is not among them, because it replaces a module.
 */
const PURE = [
  'lib/{chinese,article,tasks,search,annotation,exchange,store}/**/*.test.ts',
  'lib/record/!(compare).test.ts',
  'lib/app/annotator/parsed.test.ts',
  'scripts/**/*.test.ts',
  'test/unit/!(entrypoints|scripts).test.ts',
];

export default defineConfig({
  test: {
    // Vitest runs projects with different numbers of workers together only if their order is given.
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{lib,components,scripts}/**/*.test.{ts,tsx}', 'test/unit/**/*.test.ts'],
          exclude: ['node_modules/**', ...PURE],
          // By default, vitest leaves one of two processors idle.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          // Each file gets a context of its own. A process of its own would start and load jsdom again for each.
          pool: 'vmForks',
          setupFiles: ['test/support/ownRealm.ts', 'test/support/patience.ts'],
          // A high limit, because a busy machine is slow. A test that hangs is nevertheless found.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'pure',
          include: PURE,
          // All files share one process. Starting a process for each would take longer than all of these tests.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        optimizeDeps: {
          include: ['dexie', 'zod/mini', 'approx-string-match', '@mozilla/readability/Readability.js'],
        },
        test: {
          name: 'browser',
          sequence: { groupOrder: 2 },
          include: ['test/browser/**/*.test.ts'],
          // A high limit. Pages with a hundred thousand elements take seconds, and far longer on a busy machine.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findBrowser('chromium') ?? undefined, args },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          // Each file starts its own browsers. They mostly wait, so two files at a time take little longer than one.
          maxWorkers: 2,
          // Uses a different order in each run, so that a test fails if it depends on an earlier one.
          sequence: { shuffle: { tests: true }, groupOrder: 3 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
