import { csvOf } from '../csv.ts';
import type { CollectionFormat } from '../formats.ts';
import { markTable } from '../tables.ts';

/** A CSV table for spreadsheets, with one row for each mark. */
export const markCsv: CollectionFormat = {
  scope: 'collection',
  group: 'tables',
  id: 'csv-marks',
  label: 'format_csv_marks',
  extension: 'marks.csv',
  mime: 'text/csv;charset=utf-8',
  ...csvOf(markTable),
};
