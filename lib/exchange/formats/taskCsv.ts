import { csvOf } from '../csv.ts';
import type { CollectionFormat } from '../formats.ts';
import { taskTable } from '../tables.ts';

/** A CSV table for spreadsheets, with one row for each task. */
export const taskCsv: CollectionFormat = {
  scope: 'collection',
  group: 'tables',
  id: 'csv-tasks',
  label: 'format_csv_tasks',
  extension: 'tasks.csv',
  mime: 'text/csv;charset=utf-8',
  ...csvOf(taskTable),
};
