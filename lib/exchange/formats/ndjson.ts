import type { CollectionFormat } from '../formats.ts';
import { ExportWriter } from '../json.ts';
import { gzipped, type StreamWriter, streamed } from '../streamed.ts';

const lines: StreamWriter = async function* (bundles, generator, now = new Date(), about) {
  const writer = new ExportWriter(generator, now, about);
  yield writer.firstLine();
  for await (const bundle of bundles) {
    yield await writer.article(bundle);
    yield '\n';
  }
  yield await writer.lastLine();
};

/**
 * NDJSON with everything stored about the articles, which can be imported again. Each line is one article, except the
 * first, which names the format, and the last, which holds everything else.
 */
export const ndjson: CollectionFormat = {
  scope: 'collection',
  whole: true,
  group: 'whole',
  id: 'ndjson',
  label: 'format_ndjson',
  extension: 'ndjson',
  mime: 'application/x-ndjson',
  choices: ['extras', 'trash', 'meanings'],
  ...streamed(lines),
};

/** The same NDJSON file, compressed with gzip. */
export const ndjsonGzip: CollectionFormat = {
  ...ndjson,
  id: 'ndjson-gzip',
  label: 'format_ndjson_gzip',
  extension: 'ndjson.gz',
  mime: 'application/gzip',
  ...streamed((...given) => gzipped(lines(...given))),
};
