import { Annotation } from '../annotation/schema.ts';
import { Article } from '../article/schema.ts';
import { TextReading } from '../tasks/schema.ts';
import { z } from '../zod.ts';
import { FieldCorrections } from './fieldCorrections.ts';
import { rowShape } from './row.ts';
import { TaskCorrection } from './taskCorrections.ts';

/** The reading of a page: the article, and the task lists and further findings in its text. */
export const PageReading = z.extend(TextReading, {
  url: z.string(),
  canonicalUrl: z.nullable(z.string()),
  article: Article,
});
export type PageReading = z.infer<typeof PageReading>;

/** The text of a page at one time. Never deleted on its own, because annotations point into it. */
export const CapturedText = z.object({
  /** The `textId` of the following two properties. */
  id: z.string(),
  ...rowShape,
  articleId: z.uuid(),
  /** SHA-256 of the text as UTF-8, in lower-case hexadecimal. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** ISO 8601, UTC: when the page was first seen with this text. */
  capturedAt: z.iso.datetime(),
  text: z.string(),
});
export type CapturedText = z.infer<typeof CapturedText>;

/** The id of a captured text. */
export const textId = (articleId: string, sha256: string): string => `${articleId}/${sha256}`;

/** A saved article without its text, which is stored separately so that lists load little. */
export const SavedArticle = z.extend(TextReading, {
  id: z.uuid(),
  ...rowShape,
  url: z.string(),
  canonicalUrl: z.nullable(z.string()),
  /** The forms of its addresses by which the page is recognised; see address.ts. */
  addresses: z.array(z.string()),
  /** Recognised addresses of pages at other sites, with the same text, on which the person wants these marks too. */
  alsoAt: z._default(z.array(z.string()), []),
  /** When the page was last read into this record. */
  capturedAt: z.iso.datetime(),
  /** SHA-256 of the text as last read. */
  sha256: z.string(),
  article: z.omit(Article, { text: true }),
  /** The person's corrections to the task lists of this text. */
  taskCorrections: z._default(z.array(TaskCorrection), []),
  /** The person's values of fields that the page gives wrongly; `article` keeps the page's. */
  fieldCorrections: z._default(FieldCorrections, {}),
  /** Tags of the article as a whole. */
  tags: z.array(z.string()),
  /** A note on the article as a whole, Markdown. */
  note: z.string(),
  starred: z._default(z.boolean(), false),
  /** Whether the person has read the article. */
  read: z._default(z.boolean(), false),
});
export type SavedArticle = z.infer<typeof SavedArticle>;

/** Another saved article with the text of a page: the same report at another site, or at another address. */
export const OtherCopy = z.object({
  id: z.uuid(),
  title: z.string(),
  /** The host of the address, with its port; empty where there is none. */
  host: z.string(),
  /** ISO 8601, UTC. */
  capturedAt: z.iso.datetime(),
  /** Whether the person has chosen to show this article's marks on the page. */
  shown: z.boolean(),
});
export type OtherCopy = z.infer<typeof OtherCopy>;

/** A mark as it is stored. */
export const KeptAnnotation = z.extend(Annotation, rowShape);
export type KeptAnnotation = z.infer<typeof KeptAnnotation>;

/**
 * An article with everything that belongs to it, as exported. Texts are in the order of capture; the list is empty
 * where no text could be read.
 */
export const ArticleBundle = z.object({
  saved: SavedArticle,
  texts: z.array(CapturedText),
  annotations: z.array(KeptAnnotation),
});
export type ArticleBundle = z.infer<typeof ArticleBundle>;
