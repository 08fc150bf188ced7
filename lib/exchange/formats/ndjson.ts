import type { CollectionFormat } from '../formats.ts';
import { exportedArticle } from '../json.ts';
import { gzipped, type StreamWriter, streamed } from '../streamed.ts';

const lines: StreamWriter = async function* (bundles) {
  for await (const bundle of bundles) yield `${JSON.stringify(exportedArticle(bundle))}\n`;
};

/** NDJSON: each line is an article with everything stored about it, for importing again. */
export const ndjson: CollectionFormat = {
  scope: 'collection',
  whole: true,
  group: 'whole',
  id: 'ndjson',
  label: 'format_ndjson',
  extension: 'ndjson',
  mime: 'application/x-ndjson',
  ...streamed(lines),
};

/** The same file, compressed by gzip. */
export const ndjsonGzip: CollectionFormat = {
  ...ndjson,
  id: 'ndjson-gzip',
  label: 'format_ndjson_gzip',
  extension: 'ndjson.gz',
  mime: 'application/gzip',
  ...streamed((bundles, generator) => gzipped(lines(bundles, generator))),
};
