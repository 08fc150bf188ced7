import type { CollectionFormat } from '../formats.ts';
import { exportParts } from '../json.ts';

/** A JSON file with everything stored about the articles, for importing again. */
export const json: CollectionFormat = {
  scope: 'collection',
  whole: true,
  id: 'json',
  label: 'format_json',
  extension: 'json',
  mime: 'application/json',
  write: exportParts,
};
