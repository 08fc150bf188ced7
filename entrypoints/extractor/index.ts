// Imports Readability first, so that the bundle compresses better. Gzip finds repetitions only within 32 KB, and
// Readability is about that long. If it stood between two files of rules, gzip would miss the words that both share.
import '@mozilla/readability/Readability.js';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { ExtractorWorld } from '@/lib/app/reading/world.ts';
import { readArticleInStretches } from '@/lib/article/index.ts';

/**
 * Reads a page as an article, with Readability, and with all rules for the fields and the body of an article.
 * Injected only when a page is read for the first time. A saved page that only shows its marks does not load this
 * script.
 */
export default defineUnlistedScript(() => {
  (globalThis as ExtractorWorld).pizhuExtract = readArticleInStretches;
});
