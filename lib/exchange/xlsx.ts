import type { Cell, Table } from './tables.ts';

/** The most characters (UTF-16 units) of a cell in Excel. Excel reports a file with more as damaged. */
const LONGEST_CELL = 32_767;

/** Makes words safe for Excel: well-formed, with `_x` escaped, and cut to the length of a cell. */
function cellWords(words: string): string {
  // Excel takes _x005F_ for the character of that number (ECMA-376, 22.9.2.19).
  const escapedText = words.toWellFormed().replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  if (escapedText.length <= LONGEST_CELL) return escapedText;
  return `${escapedText.slice(0, LONGEST_CELL - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Writes a value as a typed cell: words never become a formula, a day becomes a date. */
function cellOf(value: Cell) {
  if (value === null || value === '') return null;
  if (value instanceof Date)
    return { value, type: Date, format: 'yyyy-mm-dd', alignVertical: 'top' as const };
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' as const };
  return { value: cellWords(value), type: String, wrap: true, alignVertical: 'top' as const };
}

/** A workbook (ECMA-376) with a sheet for each table. The headings stay in view. */
export async function xlsxOf(tables: Table[]): Promise<Blob> {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  return writeExcelFile(
    tables.map(({ name, headings, widths, rows }) => ({
      sheet: name,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      data: [
        headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(cellOf)),
      ],
    })),
    { fontFamily: '等线', fontSize: 11 },
  ).toBlob();
}
