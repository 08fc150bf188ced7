import type { CollectionFormat } from '../formats.ts';
import { wordReport } from '../wordReport.ts';

/** A report on the articles for Word, in the form of Chinese offices. */
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
