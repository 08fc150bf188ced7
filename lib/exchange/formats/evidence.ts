import { withCorrectedFields } from '../../record/fieldCorrections.ts';
import type { ArticleBundle } from '../../record/schema.ts';
import { sha256 } from '../../record/sha256.ts';
import { evidenceHtml } from '../evidenceHtml.ts';
import { safeName, uniqueNames } from '../fileName.ts';
import type { CollectionFormat } from '../formats.ts';
import { type ExportBeside, exportParts } from '../json.ts';
import { streamed } from '../streamed.ts';
import { type ZipEntry, zipPieces } from '../zip.ts';

async function* filesOf(
  bundles: AsyncIterable<ArticleBundle>,
  generator: string,
  now: Date,
  { leftOut, extras }: ExportBeside,
): AsyncGenerator<ZipEntry> {
  const unique = uniqueNames();
  let sums = '';
  for await (const bundle of bundles) {
    const folder = unique(safeName(bundle.saved.article.title));
    const record = await exportParts([bundle], generator, now, { leftOut, extras, onlyUsed: true });
    for (const file of [
      { path: `${folder}/article.html`, content: evidenceHtml(withCorrectedFields(bundle), generator, now) },
      { path: `${folder}/record.json`, content: record.join('') },
    ]) {
      sums += `${await sha256(file.content)}  ${file.path}\n`;
      yield file;
    }
  }
  yield { path: 'SHA256SUMS', content: sums };
}

/**
 * A ZIP that documents what was read. Each article is in it as a self-contained page and as a record for import.
 * `SHA256SUMS` has the hash of every file, for `sha256sum -c`.
 */
export const evidence: CollectionFormat = {
  scope: 'collection',
  group: 'whole',
  whole: true,
  id: 'evidence',
  label: 'format_evidence',
  extension: 'evidence.zip',
  mime: 'application/zip',
  choices: ['meanings'],
  ...streamed((bundles, generator, now = new Date(), about) =>
    zipPieces(filesOf(bundles, generator, now, about ?? {}), now),
  ),
};
