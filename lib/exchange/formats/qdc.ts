import type { CollectionFormat } from '../formats.ts';
import { codebookXml } from '../qda.ts';

/**
 * A codebook in the REFI-QDA standard. The tags of articles and marks become codes; so do tasks if the person chose
 * that.
 */
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
