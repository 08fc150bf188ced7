import { type AsyncZipOptions, type AsyncZippable, type FlateCallback, zipSync } from 'fflate';

export { strFromU8, strToU8, zipSync } from 'fflate';

/**
 * Replaces fflate's `zip` for the package write-excel-file, and runs in the calling thread. fflate's own function
 * starts a worker from a blob. The policy of extension pages forbids such workers, and the function would then never
 * finish.
 */
export function zip(files: AsyncZippable, done: FlateCallback | AsyncZipOptions): void {
  if (typeof done === 'function') done(null, zipSync(files as Parameters<typeof zipSync>[0]));
}
