import { sha256 } from '../../record/sha256.ts';
import { evidenceHtml } from '../evidenceHtml.ts';
import { safeName, uniqueNames } from '../fileName.ts';
import type { CollectionFormat } from '../formats.ts';
import { exportParts } from '../json.ts';
import { type ZipEntry, zipOf } from '../zip.ts';

/**
 * Evidence of what was read: each article as a page that stands alone and as the record that can be imported, with the
 * SHA-256 of every file as `sha256sum -c` checks them.
 */
export const evidence: CollectionFormat = {
  scope: 'collection',
  id: 'evidence',
  label: 'format_evidence',
  extension: 'evidence.zip',
  mime: 'application/zip',
  limit: 500,
  write: async (bundles, generator, now = new Date(), leftOut) => {
    const unique = uniqueNames();
    const files: ZipEntry[] = [];
    for (const bundle of bundles) {
      const folder = unique(safeName(bundle.saved.article.title));
      const record = await exportParts([bundle], generator, now, leftOut);
      files.push({ path: `${folder}/article.html`, content: evidenceHtml(bundle, generator, now) });
      files.push({ path: `${folder}/record.json`, content: record.join('') });
    }
    const sums = await Promise.all(
      files.map(async ({ path, content }) => `${await sha256(content)}  ${path}\n`),
    );
    return [await zipOf([...files, { path: 'SHA256SUMS', content: sums.join('') }], now)];
  },
};
