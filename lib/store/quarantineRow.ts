import type { QuarantineReason, QuarantineRow } from '../record/quarantine.ts';

/** What is kept of a row that is set aside at `at` (ISO 8601). The same row has the same id each time. */
export const quarantineRow = (
  table: string,
  key: unknown,
  raw: unknown,
  reason: QuarantineReason,
  message: string,
  at: string,
): QuarantineRow => ({ id: `${table}:${JSON.stringify(key)}`, table, key, reason, message, at, raw });
