/** Why the store refused a change. The message for each code is `error_CODE` in `_locales`. */
export type StoreErrorCode =
  /** The database cannot be opened. */
  | 'unopened'
  /**
   * The database must be upgraded first, but another context with an earlier version of the extension still has it
   * open.
   */
  | 'blocked'
  /** The disk is full, or the browser cannot write. */
  | 'storage'
  /**
   * A newer version of the extension has written the database or the row. This version can read it but must not change
   * it.
   */
  | 'newer'
  /** The row to be changed cannot be read, and was moved to the quarantine. */
  | 'unreadable'
  /** Something that a change needs does not exist, or no longer exists. */
  | 'notFound';

/** The error of a read or a change that the store refused. */
export class StoreError extends Error {
  constructor(
    readonly code: StoreErrorCode,
    message: string = code,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const FAILURES = new Set([
  'QuotaExceededError',
  'OpenFailedError',
  'UnknownError',
  'DatabaseClosedError',
  'MissingAPIError',
  'InvalidStateError',
]);

/** Turns a failure of the browser's storage into a `StoreError`; any other error stays as it is. */
export function asStoreError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  // Dexie wraps the browser's error in an error of its own, so this function looks at both names.
  const { name, inner } = error as { name: string; inner?: { name?: string } };
  return FAILURES.has(name) || FAILURES.has(inner?.name ?? '')
    ? new StoreError('storage', error.message, { cause: error })
    : error;
}
