import type { readArticleInStretches } from '../../article/index.ts';

/**
 * Where the extractor script, which reads an article from a page, leaves its function for the reader script, which
 * calls it; and where the reader leaves what the extractor needs of it. This is the extension's isolated world of the
 * page, which scripts of the page cannot see.
 */
export type ExtractorWorld = {
  pizhuExtract?: typeof readArticleInStretches;
  /** The table of traditional characters (lib/chinese/script.ts), which the reader leaves for the extractor. */
  pizhuScript?: Uint16Array;
};
