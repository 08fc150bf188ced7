import { Annotation } from '../annotation/schema.ts';
import { Article } from '../article/schema.ts';
import { TextReading } from '../tasks/schema.ts';
import { z } from '../zod.ts';
import { FieldCorrections } from './fieldCorrections.ts';
import { rowShape } from './row.ts';
import { TaskCorrection } from './taskCorrections.ts';

/** All that was read from a page: the article, and what was found in its text, such as task lists. */
export const PageReading = z.extend(TextReading, {
  url: z.string(),
  canonicalUrl: z.nullable(z.string()),
  article: Article,
});
export type PageReading = z.infer<typeof PageReading>;

/**
 * The text of a page at the time when it was read. Earlier texts are kept as long as their article, because annotations
 * point into them.
 */
export const CapturedText = z.object({
  /** Made by `textId` from `articleId` and `sha256`. */
  id: z.string(),
  ...rowShape,
  articleId: z.uuid(),
  /** SHA-256 of the text as UTF-8, in lower-case hexadecimal. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** When the page was first read with this text: ISO 8601, UTC. */
  capturedAt: z.iso.datetime(),
  text: z.string(),
});
export type CapturedText = z.infer<typeof CapturedText>;

/** The id of a captured text. Contains the article, because each article has its own row even for the same text. */
export const textId = (articleId: string, sha256: string): string => `${articleId}/${sha256}`;

/** A saved article without its text, which is stored separately so that lists load little. */
export const SavedArticle = z.extend(TextReading, {
  id: z.uuid(),
  ...rowShape,
  url: z.string(),
  canonicalUrl: z.nullable(z.string()),
  /** The addresses by which the page is recognised, in the form of `recognisedAddress`. */
  addresses: z.array(z.string()),
  /**
   * Addresses of other sites' pages with the same text, in the form of `recognisedAddress`. The person wants to see the
   * marks of this article on these pages, too.
   */
  alsoAt: z._default(z.array(z.string()), []),
  /** When the page was last read and this record updated. */
  capturedAt: z.iso.datetime(),
  /** SHA-256 of the text when the page was last read. */
  sha256: z.string(),
  article: z.omit(Article, { text: true }),
  /** The person's corrections to the task lists of the text. */
  taskCorrections: z._default(z.array(TaskCorrection), []),
  /** The person's own values of fields that the page gives wrongly. `article` keeps the page's values. */
  fieldCorrections: z._default(FieldCorrections, {}),
  /** The tags of the whole article; marks have tags of their own. */
  tags: z.array(z.string()),
  /** The note on the whole article, in Markdown. */
  note: z.string(),
  starred: z._default(z.boolean(), false),
  /** Whether the person has read the article. */
  read: z._default(z.boolean(), false),
});
export type SavedArticle = z.infer<typeof SavedArticle>;

/** Another saved article with the same text as a page: the same report at another site or address. */
export const OtherCopy = z.object({
  id: z.uuid(),
  title: z.string(),
  /** The host of the address, with its port; empty where there is none. */
  host: z.string(),
  /** When that article was last read: ISO 8601, UTC. */
  capturedAt: z.iso.datetime(),
  /** Whether the person has chosen to show this article's marks on the page. */
  shown: z.boolean(),
});
export type OtherCopy = z.infer<typeof OtherCopy>;

/** A mark as it is stored: the annotation with the properties that every stored row has. */
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
