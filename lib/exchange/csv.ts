import type { ArticleBundle } from '../record/schema.ts';
import { streamed } from './streamed.ts';
import type { Cell, Table } from './tables.ts';

/** A byte order mark, from which Excel on Chinese Windows recognises UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
const BREAK = '\r\n';

const cellValue = (cell: Cell): string | number =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : (cell ?? '');

/**
 * Writes tables as CSV (RFC 4180) with a byte order mark. Puts an apostrophe before words that a spreadsheet would run
 * as a formula (OWASP, CSV Injection).
 */
export const csvOf = (tableOf: (bundles: ArticleBundle[]) => Table) =>
  streamed(async function* (bundles) {
    const { unparse } = (await import('papaparse')).default;
    const options = { escapeFormulae: /^\s*[=+\-@\t\r＝＋－＠]/, newline: BREAK };
    yield `${BYTE_ORDER_MARK}${unparse([tableOf([]).headings], options)}${BREAK}`;
    for await (const bundle of bundles) {
      const { rows } = tableOf([bundle]);
      if (rows.length)
        yield `${unparse(
          rows.map((row) => row.map(cellValue)),
          options,
        )}${BREAK}`;
    }
  });
