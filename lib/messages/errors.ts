import { StoreError } from '../store/errors.ts';
import type { ErrorCode } from './schema.ts';

/** A failure that the interface has a sentence for. */
export class PizhuError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string = code,
  ) {
    super(message);
  }
}

/** The code of whatever was thrown, `unexpected` for errors of other kinds. */
export const codeOf = (error: unknown): ErrorCode =>
  error instanceof PizhuError || error instanceof StoreError ? error.code : 'unexpected';
