import type { Cell, Table } from './tables.ts';

/** The most characters (UTF-16 units) in an Excel cell. Excel reports a file with longer cells as damaged. */
const LONGEST_CELL = 32_767;

/** Makes text safe for Excel: well-formed, with `_x` escaped, and cut to the length of a cell. */
function cellWords(words: string): string {
  // Excel would read _x0041_ as the character with that number (ECMA-376, 22.9.2.19). _x005F_ stands for the
  // underscore.
  const escapedText = words.toWellFormed().replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  if (escapedText.length <= LONGEST_CELL) return escapedText;
  return `${escapedText.slice(0, LONGEST_CELL - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Writes a value as a typed cell, so that text never becomes a formula and a date stays a date. */
function cellOf(value: Cell) {
  if (value === null || value === '') return null;
  if (value instanceof Date)
    return { value, type: Date, format: 'yyyy-mm-dd', alignVertical: 'top' as const };
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' as const };
  return { value: cellWords(value), type: String, wrap: true, alignVertical: 'top' as const };
}

/** Writes a workbook (ECMA-376) with a sheet for each table. The heading row stays in view. */
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
