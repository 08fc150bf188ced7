import type { CollectionFormat } from '../formats.ts';
import { exportParts } from '../json.ts';

/** All that is kept of the articles, to be read back. */
export const json: CollectionFormat = {
  scope: 'collection',
  id: 'json',
  label: 'format_json',
  extension: 'json',
  mime: 'application/json',
  write: exportParts,
};
