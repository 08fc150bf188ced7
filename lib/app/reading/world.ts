import type { readArticleInStretches } from '../../article/index.ts';

/** Where the extractor leaves its function for the reader: in the extension's isolated world, which no page sees. */
export type ExtractorWorld = { pizhuExtract?: typeof readArticleInStretches };
