import { defineConfig } from 'vitest/config';

/** Runs the unit tests alone, for scripts/mutation.mjs. */
export default defineConfig({
  resolve: { alias: { '@': process.cwd() } },
  test: {
    include: ['{lib,components}/**/*.test.{ts,tsx}', 'test/unit/**/*.test.ts'],
    // Counting which lines each test reaches makes tests slower; endless ones are ended by Stryker.
    testTimeout: 60_000,
  },
});
