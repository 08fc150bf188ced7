import type { CollectionFormat } from '../formats.ts';
import { codebookXml } from '../qda.ts';

/** A codebook (REFI-QDA): the tags of articles and marks as codes, and tasks where they are wished. */
export const qdc: CollectionFormat = {
  scope: 'collection',
  group: 'research',
  id: 'qdc',
  label: 'format_qdc',
  extension: 'qdc',
  mime: 'application/xml',
  choices: ['tasks'],
  write: async (bundles, generator, _now, about) => [codebookXml(bundles, generator, about)],
};
