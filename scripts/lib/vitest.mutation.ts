import { defineConfig } from 'vitest/config';

/** Runs the unit tests alone, for scripts/mutation.mjs. */
export default defineConfig({
  resolve: { alias: { '@': process.cwd() } },
  test: { include: ['{lib,components}/**/*.test.{ts,tsx}', 'test/unit/**/*.test.ts'] },
});
