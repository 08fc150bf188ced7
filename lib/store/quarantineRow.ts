import type { QuarantineReason, QuarantineRow } from '../record/quarantine.ts';

/** The id of a row in the quarantine, by its table and key. */
export const quarantineId = (table: string, key: unknown): string => `${table}:${JSON.stringify(key)}`;

/** Makes the row for the quarantine, set aside at `at` (ISO 8601). The same row always gets the same id. */
export const quarantineRow = (
  table: string,
  key: unknown,
  raw: unknown,
  reason: QuarantineReason,
  message: string,
  at: string,
): QuarantineRow => ({ id: quarantineId(table, key), table, key, reason, message, at, raw });
