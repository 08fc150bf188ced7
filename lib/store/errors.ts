/** Why the store refused a change. Each code has its sentence in `_locales` as `error_CODE`. */
export type StoreErrorCode =
  /** The database cannot be opened. */
  | 'unopened'
  /** An earlier version of the extension in another context keeps the database from being upgraded. */
  | 'blocked'
  /** The disk is full, or the browser cannot write. */
  | 'storage'
  /** The database or the row is of a newer version of the extension: it can be read and not changed. */
  | 'newer'
  /** The row to be changed cannot be read and is set aside. */
  | 'unreadable'
  /** Something that a change needs does not exist, or no longer exists. */
  | 'notFound';

/** A change or reading that the store refused. */
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
  // Dexie wraps the browser's error in one of its own.
  const { name, inner } = error as { name: string; inner?: { name?: string } };
  return FAILURES.has(name) || FAILURES.has(inner?.name ?? '')
    ? new StoreError('storage', error.message, { cause: error })
    : error;
}
