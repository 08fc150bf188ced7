import type { readArticleInStretches } from '../../article/index.ts';

/**
 * Where the extractor script leaves its function for the reader script: in the extension's isolated world of the page,
 * which scripts of the page cannot see.
 */
export type ExtractorWorld = { pizhuExtract?: typeof readArticleInStretches };
