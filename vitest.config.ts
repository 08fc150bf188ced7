import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
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

/** The end-to-end tests that take longest. Without times of an earlier run, vitest would start some of them last. */
const LONG = /\/e2e\/(?:corpusInExtension|damaged|search|index|corpus)\.test\.ts$/;

/** Starts the longest files first, because no other file would keep the other processors busy at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
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
          vmMemoryLimit: '1GB',
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
          // Each file starts its own browsers. Two files at a time keep two processors busy nearly all the time. With
          // three, a press or a wait is now and then too late.
          maxWorkers: 2,
          // The files share processes, but no state: each has its own browsers.
          isolate: false,
          // Uses a different order in each run, so that a test fails if it depends on an earlier one.
          sequence: { shuffle: { tests: true }, groupOrder: 3 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
