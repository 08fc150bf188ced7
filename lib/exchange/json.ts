import { exportedFields } from '../record/fields.ts';
import { ArticleBundle } from '../record/schema.ts';
import { applyCorrections } from '../record/taskCorrections.ts';
import { plainLists } from '../tasks/corrections/corrections.ts';
import { TaskList } from '../tasks/schema.ts';
import { z } from '../zod.ts';

/** The version of the file format. It rises when older readers could no longer read the file. */
const EXPORT_VERSION = 1;

/** An article with everything that belongs to it, and its task lists as the person corrected them. */
export const ExportedArticle = z.extend(ArticleBundle, {
  /**
   * `saved.taskLists` after `saved.taskCorrections`; present only where there are corrections. An import ignores it.
   */
  correctedTaskLists: z.optional(z.array(TaskList)),
});
export type ExportedArticle = z.infer<typeof ExportedArticle>;

function exportedArticle({ saved, ...rest }: ArticleBundle): ExportedArticle {
  const bundle = { ...rest, saved: { ...saved, article: exportedFields(saved.article) } };
  const { sha256, taskLists, taskCorrections, article } = saved;
  if (taskCorrections.length === 0) return bundle;
  const text = bundle.texts.find((one) => one.sha256 === sha256)?.text ?? '';
  return {
    ...bundle,
    correctedTaskLists: plainLists(
      applyCorrections(taskLists, taskCorrections, text, article.publishedAt).lists,
    ),
  };
}

/** A stored row that could not be read, and is therefore not in a file. */
export const LeftOut = z.object({
  id: z.string(),
  table: z.string(),
  reason: z.string(),
  message: z.string(),
});
export type LeftOut = z.infer<typeof LeftOut>;

/** A collection, or a part of one, as a JSON file. Holds everything that is stored. */
export const ExportFile = z.object({
  format: z.literal('pizhu-collection'),
  version: z.literal(EXPORT_VERSION),
  /** ISO 8601, UTC. */
  exportedAt: z.iso.datetime(),
  generator: z.string(),
  articles: z.array(ExportedArticle),
  /** What should be in the file and could not be read. Absent in files of earlier versions. */
  leftOut: z.optional(z.array(LeftOut)),
});
export type ExportFile = z.infer<typeof ExportFile>;

/** The file of these articles in parts for a `Blob`, one for each article, so that no single string holds all. */
export function exportParts(
  bundles: ArticleBundle[],
  generator: string,
  now = new Date(),
  leftOut: LeftOut[] = [],
): string[] {
  const { articles: _, ...head } = ExportFile.parse({
    format: 'pizhu-collection',
    version: EXPORT_VERSION,
    exportedAt: now.toISOString(),
    generator,
    articles: [],
    leftOut,
  });
  const opening = `${JSON.stringify(head).slice(0, -1)},"articles":[\n`;
  return [
    opening,
    ...bundles.map((bundle, i) => `${i ? ',\n' : ''}${JSON.stringify(exportedArticle(bundle))}`),
    '\n]}\n',
  ];
}

/** Reads an exported file. Throws a `SyntaxError` (not JSON) or a `ZodError` (JSON of another form). */
export function parseExport(json: string): ExportFile {
  return ExportFile.parse(JSON.parse(json));
}
