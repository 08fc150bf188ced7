import type { Cell, Table } from './tables.ts';

/** Characters (UTF-16 units) of a cell in Excel; a file with more in one is damaged to it. */
const LONGEST_CELL = 32_767;

/** Words that Excel reads as they are: well-formed, with `_x` as Excel writes it, and cut where a cell ends. */
function cellWords(words: string): string {
  // Excel takes _x005F_ for the character of that number (ECMA-376, 22.9.2.19).
  const escapedText = words.toWellFormed().replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  if (escapedText.length <= LONGEST_CELL) return escapedText;
  return `${escapedText.slice(0, LONGEST_CELL - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** A value as a cell with its type: words are never a formula, a day is a date. */
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
