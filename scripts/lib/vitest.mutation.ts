import { basename, dirname } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Globs of the tests to run; all unit tests where none are given. */
const tests: { include?: string[]; exclude?: string[]; isolate?: boolean } = JSON.parse(
  process.env.MUTATION_TESTS ?? '{}',
);

/**
 * Runs first the tests that most likely catch a fault: those of the changed file, then those of its folder. The run
 * stops at the first test that fails, so this saves time.
 */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const mutated = [this.ctx.config.related ?? []].flat();
    const distance = ({ moduleId }: TestSpecification) => {
      const tested = moduleId.replace(/\.test(\.tsx?)$/, '$1');
      if (mutated.some((file) => file === tested)) return 0;
      if (mutated.some((file) => dirname(file) === dirname(tested))) return 1;
      return mutated.some((file) => basename(dirname(file)) === basename(dirname(tested))) ? 2 : 3;
    };
    return [...files].sort((one, other) => distance(one) - distance(other));
  }
}

/** The configuration in which scripts/mutation.mjs runs the unit tests. */
export default defineConfig({
  resolve: { alias: { '@': process.cwd() } },
  test: {
    include: tests.include ?? ['{lib,components}/**/*.test.{ts,tsx}', 'test/unit/**/*.test.ts'],
    // Leaves out the test of the documentation. It compares the documentation with the text of the sources, which
    // Stryker rewrites.
    exclude: [...configDefaults.exclude, 'test/unit/docs.test.ts', ...(tests.exclude ?? [])],
    isolate: tests.isolate ?? true,
    sequence: { sequencer: NearestFirst },
    // A high limit, because counting which lines each test reaches slows the tests down. Stryker itself ends tests that
    // never finish.
    testTimeout: 60_000,
  },
});
