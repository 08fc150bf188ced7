import { StoreError } from '../store/errors.ts';
import type { ErrorCode } from './schema.ts';

/** A failure for which the interface has a sentence. */
export class PizhuError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string = code,
  ) {
    super(message);
  }
}

/** The code of a thrown error; `unexpected` for errors that are no `PizhuError`. */
export const codeOf = (error: unknown): ErrorCode =>
  error instanceof PizhuError || error instanceof StoreError ? error.code : 'unexpected';
