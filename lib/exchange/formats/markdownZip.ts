import type { ArticleBundle } from '../../record/schema.ts';
import type { ExportAbout } from '../about.ts';
import { articleMarkdown } from '../articleMarkdown.ts';
import { safeName, uniqueNames } from '../fileName.ts';
import type { CollectionFormat } from '../formats.ts';
import { streamed } from '../streamed.ts';
import { type ZipEntry, zipPieces } from '../zip.ts';

async function* filesOf(
  bundles: AsyncIterable<ArticleBundle>,
  { template, meanings }: ExportAbout = {},
): AsyncGenerator<ZipEntry> {
  const unique = uniqueNames();
  for await (const bundle of bundles)
    yield {
      path: `${unique(safeName(bundle.saved.article.title))}.md`,
      content: articleMarkdown(bundle, template, meanings),
    };
}

/** Markdown for Obsidian and similar programs: a ZIP with one file for each article. */
export const markdownZip: CollectionFormat = {
  scope: 'collection',
  group: 'documents',
  id: 'markdown-zip',
  label: 'format_markdown_zip',
  extension: 'md.zip',
  mime: 'application/zip',
  ...streamed((bundles, _generator, now, about) => zipPieces(filesOf(bundles, about), now)),
};
