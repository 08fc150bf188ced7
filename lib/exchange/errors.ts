/** Why a file cannot be imported. Each code has its sentence in `_locales` as `error_CODE`. */
export type ExchangeErrorCode =
  /** Pizhu has not exported this file. */
  | 'notExport'
  /** A newer version of Pizhu has written the file. */
  | 'exportNewer'
  /** The file is incomplete: its end is missing. */
  | 'exportCut'
  /** The file is not UTF-8. */
  | 'exportEncoding'
  /** A record of the file is too large to be read at once. */
  | 'exportTooLarge'
  /** It unpacks to far more than it is, as only files made to fill memory and time do. */
  | 'exportBomb'
  /** More of its records cannot be read than anyone would go through. */
  | 'exportUnreadable'
  /** Some records of the file cannot be read, and the person asked for all or nothing. */
  | 'exportDamaged';

/** The error for a file that cannot be imported. */
export class ExchangeError extends Error {
  constructor(
    readonly code: ExchangeErrorCode,
    message: string = code,
  ) {
    super(message);
  }
}
