import type { CollectionFormat } from '../formats.ts';
import { wordReport } from '../wordReport.ts';

/** A Word report on the articles, in the layout of Chinese official documents. */
export const docxReport: CollectionFormat = {
  scope: 'collection',
  group: 'documents',
  id: 'docx-report',
  label: 'format_docx_report',
  extension: 'docx',
  mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  limit: 200,
  write: async (bundles, generator, now) => [await wordReport(bundles, generator, now)],
};
