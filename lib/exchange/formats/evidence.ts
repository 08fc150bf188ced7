import { withCorrectedFields } from '../../record/fieldCorrections.ts';
import { localDay } from '../../record/localDay.ts';
import type { ArticleBundle } from '../../record/schema.ts';
import { sha256 } from '../../record/sha256.ts';
import type { ExportAbout } from '../about.ts';
import { evidenceHtml } from '../evidenceHtml.ts';
import { safeName, uniqueNames } from '../fileName.ts';
import type { CollectionFormat } from '../formats.ts';
import { exportParts } from '../json.ts';
import { streamed } from '../streamed.ts';
import { type ZipFile, zipPieces } from '../zip.ts';

async function* filesOf(
  bundles: AsyncIterable<ArticleBundle>,
  generator: string,
  now: Date,
  { leftOut, extras, snapshotsOf }: ExportAbout,
): AsyncGenerator<ZipFile> {
  const unique = uniqueNames();
  let sums = '';
  for await (const bundle of bundles) {
    const folder = unique(safeName(bundle.saved.article.title));
    const record = await exportParts([bundle], generator, now, { leftOut, extras, onlyUsed: true });
    const uniqueHere = uniqueNames();
    const snapshots = ((await snapshotsOf?.(bundle.saved.id)) ?? []).map(({ snapshot, file }) => ({
      snapshot,
      name: `${uniqueHere(`page-${localDay(snapshot.capturedAt)}`)}.mhtml`,
      file,
    }));
    const html = evidenceHtml(withCorrectedFields(bundle), generator, now, snapshots);
    for (const file of [
      { path: `${folder}/article.html`, content: html },
      { path: `${folder}/record.json`, content: record.join('') },
      ...snapshots.map(({ name, file }) => ({ path: `${folder}/${name}`, content: file })),
    ]) {
      sums += `${await sha256(file.content)}  ${file.path}\n`;
      yield file;
    }
  }
  yield { path: 'SHA256SUMS', content: sums };
}

/**
 * A ZIP that documents what was read. Each article is in it as a self-contained page and as a record for import. Where
 * snapshots of the original page were kept, they are in it too. `SHA256SUMS` has the hash of every file, for
 * `sha256sum -c`.
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
