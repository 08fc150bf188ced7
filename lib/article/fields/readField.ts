import type { Article } from '../schema.ts';

/**
 * The fields that rules read. The other fields of an article are lists or judgements about the page; the folders body/
 * and context/ read these.
 */
export type ReadField = Exclude<
  keyof Article,
  | 'region'
  | 'previous'
  | 'next'
  | 'related'
  | 'images'
  | 'attachments'
  | 'frame'
  | 'paging'
  | 'isExcerpt'
  | 'pageKind'
  | 'isArticle'
  | 'provenance'
>;
export type ValueOf<F extends ReadField> = NonNullable<Article[F]>;
