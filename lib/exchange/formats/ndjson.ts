import type { CollectionFormat } from '../formats.ts';
import { exportedArticle } from '../json.ts';

/** NDJSON: each line is an article with all that is kept of it, to be read back. */
export const ndjson: CollectionFormat = {
  scope: 'collection',
  whole: true,
  id: 'ndjson',
  label: 'format_ndjson',
  extension: 'ndjson',
  mime: 'application/x-ndjson',
  write: async (bundles) => bundles.map((bundle) => `${JSON.stringify(exportedArticle(bundle))}\n`),
};
