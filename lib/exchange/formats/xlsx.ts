import type { CollectionFormat } from '../formats.ts';
import { articleTable, markTable, taskTable } from '../tables.ts';
import { xlsxOf } from '../xlsx.ts';

/** A workbook for spreadsheets, with one sheet for articles, one for marks and one for tasks. */
export const xlsx: CollectionFormat = {
  scope: 'collection',
  group: 'tables',
  id: 'xlsx',
  label: 'format_xlsx',
  extension: 'xlsx',
  mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  limit: 5000,
  write: async (bundles, _generator, _now, about) => [
    await xlsxOf([articleTable(bundles), markTable(bundles, about?.meanings), taskTable(bundles)]),
  ],
};
