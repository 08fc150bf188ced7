import { basename, dirname } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Globs of the tests to be tried; all unit tests where none are given. */
const tests: { include?: string[]; exclude?: string[]; isolate?: boolean } = JSON.parse(
  process.env.MUTATION_TESTS ?? '{}',
);

/** Begins with the tests that most likely catch a fault: the file's own, then its folder's. Others are not needed then. */
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

/** Runs the unit tests alone, for scripts/mutation.mjs. */
export default defineConfig({
  resolve: { alias: { '@': process.cwd() } },
  test: {
    include: tests.include ?? ['{lib,components}/**/*.test.{ts,tsx}', 'test/unit/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(tests.exclude ?? [])],
    isolate: tests.isolate ?? true,
    sequence: { sequencer: NearestFirst },
    // Counting which lines each test reaches makes tests slower; endless ones are ended by Stryker.
    testTimeout: 60_000,
  },
});
