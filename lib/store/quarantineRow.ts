import type { QuarantineReason, QuarantineRow } from '../record/quarantine.ts';

/** Makes the id of a quarantined row from its table and key. */
export const quarantineId = (table: string, key: unknown): string => `${table}:${JSON.stringify(key)}`;

/**
 * Makes the record that the quarantine (the table of rows that cannot be read) keeps of a row. `at`: when the row was
 * moved there (ISO 8601). The same row always gets the same id.
 */
export const quarantineRow = (
  table: string,
  key: unknown,
  raw: unknown,
  reason: QuarantineReason,
  message: string,
  at: string,
): QuarantineRow => ({ id: quarantineId(table, key), table, key, reason, message, at, raw });
