import { type AsyncZipOptions, type AsyncZippable, type FlateCallback, zipSync } from 'fflate';

export { strFromU8, strToU8, zipSync } from 'fflate';

/**
 * Replaces `zip` of fflate below write-excel-file, and runs in the calling thread. fflate's own function starts a
 * worker from a blob; the policy of extension pages forbids that, and the function then never answers.
 */
export function zip(files: AsyncZippable, done: FlateCallback | AsyncZipOptions): void {
  if (typeof done === 'function') done(null, zipSync(files as Parameters<typeof zipSync>[0]));
}
