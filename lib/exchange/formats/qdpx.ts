import type { CollectionFormat } from '../formats.ts';
import { projectFiles } from '../qda.ts';
import { zipOf } from '../zip.ts';

/** A project for text analysis programs in the REFI-QDA standard: texts, codes, coded selections, memos. */
export const qdpx: CollectionFormat = {
  scope: 'collection',
  group: 'research',
  id: 'qdpx',
  label: 'format_qdpx',
  extension: 'qdpx',
  mime: 'application/zip',
  choices: ['tasks'],
  write: async (bundles, generator, now, about) => [
    await zipOf(projectFiles(bundles, generator, now, about), now),
  ],
};
