import type { CollectionFormat } from '../formats.ts';
import { wordWithComments } from '../wordWithComments.ts';

/** A Word document with the texts, in which each mark is a comment on its words. */
export const docxMarked: CollectionFormat = {
  scope: 'collection',
  group: 'documents',
  id: 'docx-marked',
  label: 'format_docx_marked',
  extension: 'marked.docx',
  mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  limit: 200,
  write: async (bundles, generator) => [await wordWithComments(bundles, generator)],
};
