/** Why a file cannot be brought in. Each has its sentence in `_locales` as `error_CODE`. */
export type ExchangeErrorCode =
  /** It is no file that Pizhu has exported. */
  | 'notExport'
  /** A newer version of Pizhu has written it. */
  | 'exportNewer'
  /** It ends before its end. */
  | 'exportCut'
  /** It is not UTF-8. */
  | 'exportEncoding'
  /** A piece of it is larger than can be read at once. */
  | 'exportTooLarge'
  /** It unpacks to far more than it is, as only files made to fill memory and time do. */
  | 'exportBomb'
  /** More of its records cannot be read than anyone would go through. */
  | 'exportUnreadable'
  /** Records of it cannot be read, and all or nothing was asked for. */
  | 'exportDamaged';

/** A refusal of a file. */
export class ExchangeError extends Error {
  constructor(
    readonly code: ExchangeErrorCode,
    message: string = code,
  ) {
    super(message);
  }
}
