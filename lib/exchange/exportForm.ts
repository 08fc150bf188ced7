import { ArticleBundle } from '../record/schema.ts';
import { TaskList } from '../tasks/schema.ts';
import { z } from '../zod.ts';
import { Extras } from './extras.ts';

// The form of an exported file.

/** The version of the file format. It rises only when older versions of Pizhu could not read the new form. */
export const EXPORT_VERSION = 2;
/** Identifies a file as an export of Pizhu. */
export const FORMAT = 'pizhu-collection';

/** An article with everything stored about it, and its task lists with the person's corrections applied. */
export const ExportedArticle = z.extend(ArticleBundle, {
  /**
   * `saved.taskLists` with `saved.taskCorrections` applied. Present only where there are corrections; ignored by an
   * import.
   */
  correctedTaskLists: z.optional(z.array(TaskList)),
});
export type ExportedArticle = z.infer<typeof ExportedArticle>;

const Count = z.int().check(z.minimum(0));

const Sum = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** The number of articles, texts and annotations in a file. */
export const ExportCounts = z.object({ articles: Count, texts: Count, annotations: Count });
export type ExportCounts = z.infer<typeof ExportCounts>;

/** A stored row that could not be read and is therefore missing from the file. */
const LeftOut = z.object({
  id: z.string(),
  table: z.string(),
  reason: z.string(),
  message: z.string(),
});
export type LeftOut = z.infer<typeof LeftOut>;

/** A collection, or a part of one, as a JSON file with everything stored about its articles. */
export const ExportFile = z.object({
  format: z.literal(FORMAT),
  version: z.literal(EXPORT_VERSION),
  /** The time of the export (ISO 8601, UTC). */
  exportedAt: z.iso.datetime(),
  generator: z.string(),
  /** Rows that belong in the file but could not be read. Absent in files of earlier versions of Pizhu. */
  leftOut: z.optional(z.array(LeftOut)),
  /**
   * Tags, searches, settings and deleted items of the collection. Absent where the person did not include them. A file
   * with a part of the collection has only the extras that its articles use, and has them after the articles.
   */
  extras: z.optional(Extras),
  articles: z.array(ExportedArticle),
  counts: ExportCounts,
  /**
   * The SHA-256 of a list of hashes. The list has the SHA-256 of each article, each followed by a line feed. An article
   * is hashed as JSON without blanks (`JSON.stringify`) in UTF-8. All hashes are in lower-case hexadecimal.
   */
  sha256: Sum,
  /** The SHA-256 of `extras` as JSON without blanks; absent where the file has none. */
  extrasSha256: z.optional(Sum),
});
export type ExportFile = z.infer<typeof ExportFile>;

/** The properties of a file apart from its articles. Files of version 1 had neither counts nor a checksum. */
export const ExportHead = z.object({
  format: z.literal(FORMAT),
  version: z.int().check(z.minimum(1)),
  exportedAt: z.iso.datetime(),
  generator: z.string(),
  /** Rows that belong in the file but could not be read. Absent in files of earlier versions of Pizhu. */
  leftOut: z.optional(z.array(LeftOut)),
  /** The tags, searches, settings and deleted items. `readExtras` checks them one by one. */
  extras: z.optional(z.unknown()),
  counts: z.optional(ExportCounts),
  sha256: z.optional(z.string()),
  extrasSha256: z.optional(z.string()),
  /**
   * True in the first line of NDJSON: articles follow, and then a last line. Where that line is missing, the file was
   * cut. Absent in the last line, and in older files.
   */
  opens: z.optional(z.boolean()),
});
export type ExportHead = z.infer<typeof ExportHead>;
