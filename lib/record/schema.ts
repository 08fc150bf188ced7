import { Annotation } from '../annotation/schema.ts';
import { Article } from '../article/schema.ts';
import { TextReading } from '../tasks/schema.ts';
import { z } from '../zod.ts';
import { rowShape } from './row.ts';
import { TaskCorrection } from './taskCorrections.ts';

/** What the reader makes of a page: the article, and of its text the task lists and what goes with them. */
export const PageReading = z.extend(TextReading, {
  url: z.string(),
  canonicalUrl: z.nullable(z.string()),
  article: Article,
});
export type PageReading = z.infer<typeof PageReading>;

/** A text as it stood on the page at one time. Kept for good: annotations point into it. */
export const CapturedText = z.object({
  /** `textId` of the two fields below. */
  id: z.string(),
  ...rowShape,
  articleId: z.uuid(),
  /** Of the text as UTF-8, lower-case hexadecimal. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** ISO 8601, UTC: when the page was first seen with this text. */
  capturedAt: z.iso.datetime(),
  text: z.string(),
});
export type CapturedText = z.infer<typeof CapturedText>;

/** The id of a captured text. */
export const textId = (articleId: string, sha256: string): string => `${articleId}/${sha256}`;

/** A saved article without its text, which is kept apart so that lists stay light. */
export const SavedArticle = z.extend(TextReading, {
  id: z.uuid(),
  ...rowShape,
  url: z.string(),
  canonicalUrl: z.nullable(z.string()),
  /** The forms of its addresses by which the page is recognised; see address.ts. */
  addresses: z.array(z.string()),
  /** When the page was last read into this record. */
  capturedAt: z.iso.datetime(),
  /** Of the text as last read. */
  sha256: z.string(),
  article: z.omit(Article, { text: true }),
  /** What the person has corrected in the task lists of this text. */
  taskCorrections: z._default(z.array(TaskCorrection), []),
  /** Tags of the article as a whole. */
  tags: z.array(z.string()),
  /** A note on the article as a whole, Markdown. */
  note: z.string(),
  starred: z._default(z.boolean(), false),
  /** The person has read it. */
  read: z._default(z.boolean(), false),
});
export type SavedArticle = z.infer<typeof SavedArticle>;

/** A mark as it is stored. */
export const KeptAnnotation = z.extend(Annotation, rowShape);
export type KeptAnnotation = z.infer<typeof KeptAnnotation>;

/**
 * An article with all that belongs to it: what is exported. Texts are in the order of their capture; there is none
 * where the text could not be read.
 */
export const ArticleBundle = z.object({
  saved: SavedArticle,
  texts: z.array(CapturedText),
  annotations: z.array(KeptAnnotation),
});
export type ArticleBundle = z.infer<typeof ArticleBundle>;
