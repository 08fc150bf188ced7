import { csvOf } from '../csv.ts';
import type { CollectionFormat } from '../formats.ts';
import { articleTable } from '../tables.ts';

/** A table of the articles for spreadsheets, a row an article. */
export const articleCsv: CollectionFormat = {
  scope: 'collection',
  group: 'tables',
  id: 'csv-articles',
  label: 'format_csv_articles',
  extension: 'articles.csv',
  mime: 'text/csv;charset=utf-8',
  ...csvOf(articleTable),
};
