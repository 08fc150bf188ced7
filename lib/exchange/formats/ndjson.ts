import type { CollectionFormat } from '../formats.ts';
import { exportedArticle } from '../json.ts';
import { gzipped, type StreamWriter, streamed } from '../streamed.ts';

const lines: StreamWriter = async function* (bundles) {
  for await (const bundle of bundles) yield `${JSON.stringify(exportedArticle(bundle))}\n`;
};

/** NDJSON with everything stored about the articles, which can be imported again. Each line is one article. */
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

/** The same NDJSON file, compressed with gzip. */
export const ndjsonGzip: CollectionFormat = {
  ...ndjson,
  id: 'ndjson-gzip',
  label: 'format_ndjson_gzip',
  extension: 'ndjson.gz',
  mime: 'application/gzip',
  ...streamed((bundles, generator) => gzipped(lines(bundles, generator))),
};
