import type { CollectionFormat } from '../formats.ts';
import { exportPieces } from '../json.ts';
import { gzipped, streamed } from '../streamed.ts';

/** A JSON file with everything stored about the articles, which can be imported again. */
export const json: CollectionFormat = {
  scope: 'collection',
  whole: true,
  group: 'whole',
  id: 'json',
  label: 'format_json',
  extension: 'json',
  mime: 'application/json',
  choices: ['extras', 'trash', 'meanings'],
  ...streamed(exportPieces),
};

/** The same JSON file, compressed with gzip. */
export const jsonGzip: CollectionFormat = {
  ...json,
  id: 'json-gzip',
  label: 'format_json_gzip',
  extension: 'json.gz',
  mime: 'application/gzip',
  ...streamed((...given) => gzipped(exportPieces(...given))),
};
