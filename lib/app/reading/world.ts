import type { readArticleInStretches } from '../../article/index.ts';

/**
 * Where the extractor script, which reads an article from a page, leaves its function for the reader script, which
 * calls it. This is the extension's isolated world of the page, which scripts of the page cannot see.
 */
export type ExtractorWorld = { pizhuExtract?: typeof readArticleInStretches };
