import { StoreError } from '../store/errors.ts';
import type { ErrorCode } from './schema.ts';

/** An error to show to the user. Its code chooses the text: `error_CODE` in `_locales`. */
export class PizhuError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string = code,
  ) {
    super(message);
  }
}

/** The code of an error; `unexpected` for errors that have no code of the extension. */
export const codeOf = (error: unknown): ErrorCode =>
  error instanceof PizhuError || error instanceof StoreError ? error.code : 'unexpected';
