import { articleMarkdown } from '../articleMarkdown.ts';
import { safeName, uniqueNames } from '../fileName.ts';
import type { CollectionFormat } from '../formats.ts';
import { zipOf } from '../zip.ts';

/** Markdown for Obsidian and the like: one file an article, in a ZIP. */
export const markdownZip: CollectionFormat = {
  scope: 'collection',
  id: 'markdown-zip',
  label: 'format_markdown_zip',
  extension: 'md.zip',
  mime: 'application/zip',
  write: async (bundles, _generator, now) => {
    const unique = uniqueNames();
    const files = bundles.map((bundle) => ({
      path: `${unique(safeName(bundle.saved.article.title))}.md`,
      content: articleMarkdown(bundle),
    }));
    return [await zipOf(files, now)];
  },
};
