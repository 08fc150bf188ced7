import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './scripts/lib/browsers.mjs';

const alias = { '@': import.meta.dirname };
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * The tests of pure logic. They share no state, so they need no process for each file. Left out is the one file that
 * replaces a module.
 */
const PURE = ['lib/{chinese,article,tasks,search,annotation}/**/*.test.ts', 'lib/record/!(compare).test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{lib,components,scripts}/**/*.test.{ts,tsx}', 'test/unit/**/*.test.ts'],
          exclude: ['node_modules/**', ...PURE],
          // A machine that does other things too is slow; what hangs is found all the same.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'pure',
          include: PURE,
          // Starting a process for each file takes longer than all of these tests.
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
          include: ['test/browser/**/*.test.ts'],
          // Pages of a hundred thousand elements take seconds, and many more on a machine that does other things too.
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
          // Each file has browsers of its own. They mostly wait, so two at a time take little longer than one.
          maxWorkers: 2,
          // Another order in each run, so that a test which needs an earlier one fails.
          sequence: { shuffle: { tests: true } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
