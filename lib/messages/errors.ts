import { StoreError } from '../store/errors.ts';
import type { ErrorCode } from './schema.ts';

/** A failure that the interface can put into words. */
export class PizhuError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string = code,
  ) {
    super(message);
  }
}

/** The code of whatever was thrown. */
export const codeOf = (error: unknown): ErrorCode =>
  error instanceof PizhuError || error instanceof StoreError ? error.code : 'unexpected';
