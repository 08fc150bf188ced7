import { StoreError } from '../store/errors.ts';
import type { ErrorCode } from './schema.ts';

/** An error that the user is told of. Its code chooses the message: `error_CODE` in `_locales`. */
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
