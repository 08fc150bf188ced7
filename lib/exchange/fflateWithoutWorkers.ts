import { type AsyncZipOptions, type AsyncZippable, type FlateCallback, zipSync } from 'fflate';

export { strFromU8, strToU8, zipSync } from 'fflate';

/**
 * `zip` of fflate in the thread that calls. Stands in for it below write-excel-file: fflate's own starts a worker from
 * a blob, which the policy of extension pages forbids, and then never answers.
 */
export function zip(files: AsyncZippable, done: FlateCallback | AsyncZipOptions): void {
  if (typeof done === 'function') done(null, zipSync(files as Parameters<typeof zipSync>[0]));
}
