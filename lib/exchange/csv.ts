import type { Cell, Table } from './tables.ts';

/** By it Excel in Chinese Windows knows that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

const plain = (cell: Cell): string | number =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : (cell ?? '');

/**
 * A table as CSV (RFC 4180) with a byte order mark. Words that a spreadsheet would take for a formula get an apostrophe
 * before them (OWASP, CSV injection).
 */
export async function csvOf({ headings, rows }: Table): Promise<BlobPart[]> {
  const { unparse } = (await import('papaparse')).default;
  const options = { escapeFormulae: /^\s*[=+\-@\t\r＝＋－＠]/, newline: '\r\n' };
  return [BYTE_ORDER_MARK, unparse([headings, ...rows.map((row) => row.map(plain))], options), '\r\n'];
}
