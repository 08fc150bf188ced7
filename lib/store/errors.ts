/** Why the store refused. Each has its sentence in `_locales` as `error_CODE`. */
export type StoreErrorCode =
  /** The disk is full, or the browser cannot write. */
  | 'storage'
  /** The database, or the row, is of a newer version of the extension: it can be read and not changed. */
  | 'newer'
  /** What is to be changed cannot be read; it is set aside. */
  | 'unreadable'
  /** What a change needs is not there, or is there no more. */
  | 'notFound';

/** A refusal of the store. */
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

/** A failure of the browser's storage as a `StoreError`; any other error as it is. */
export function asStoreError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  // Dexie wraps the browser's error in its own.
  const { name, inner } = error as { name: string; inner?: { name?: string } };
  return FAILURES.has(name) || FAILURES.has(inner?.name ?? '')
    ? new StoreError('storage', error.message, { cause: error })
    : error;
}
