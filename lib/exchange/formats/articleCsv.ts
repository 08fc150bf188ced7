import { csvOf } from '../csv.ts';
import type { CollectionFormat } from '../formats.ts';
import { articleTable } from '../tables.ts';

/** A CSV table for spreadsheets, with one row for each article. */
export const articleCsv: CollectionFormat = {
  scope: 'collection',
  group: 'tables',
  id: 'csv-articles',
  label: 'format_csv_articles',
  extension: 'articles.csv',
  mime: 'text/csv;charset=utf-8',
  ...csvOf(articleTable),
};
