import type { Article } from '../schema.ts';

/** The fields that are read by rules; the others are lists and judgements about the page (context/). */
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
