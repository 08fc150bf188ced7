import type { QuarantineReason, QuarantineRow } from '../record/quarantine.ts';

/** Makes the row for the quarantine, set aside at `at` (ISO 8601). The same row always gets the same id. */
export const quarantineRow = (
  table: string,
  key: unknown,
  raw: unknown,
  reason: QuarantineReason,
  message: string,
  at: string,
): QuarantineRow => ({ id: `${table}:${JSON.stringify(key)}`, table, key, reason, message, at, raw });
