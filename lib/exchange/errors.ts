/** Why a file cannot be imported. The message for each code is `error_CODE` in `_locales`. */
export type ExchangeErrorCode =
  /** The file is not an export of Pizhu. */
  | 'notExport'
  /** The file is a ZIP archive, such as those of other formats of Pizhu. */
  | 'exportZip'
  /** A newer version of Pizhu has written the file. */
  | 'exportNewer'
  /** The file is incomplete: its end is missing. */
  | 'exportCut'
  /** The file is not encoded in UTF-8. */
  | 'exportEncoding'
  /** A single record of the file is too large to be read into memory. */
  | 'exportTooLarge'
  /** The file decompresses to far more than its own size. Such files are made to exhaust memory. */
  | 'exportBomb'
  /** The file has more unreadable records than a person would look through. */
  | 'exportUnreadable'
  /** Some records cannot be read, and the person chose to import everything or nothing. */
  | 'exportDamaged'
  /** Another tab is importing at the moment. */
  | 'importElsewhere'
  /** The browser no longer has the copy with which an interrupted import could continue. */
  | 'importCopyGone';

/** The error for a file that cannot be imported. */
export class ExchangeError extends Error {
  constructor(
    readonly code: ExchangeErrorCode,
    message: string = code,
  ) {
    super(message);
  }
}
