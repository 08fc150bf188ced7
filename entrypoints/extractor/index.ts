// Readability is imported first, so that it comes first in the bundle. Gzip finds repeated words only within 32 KB.
// Readability is about that long, and between two rules it would hide the words that both rules share.
import '@mozilla/readability/Readability.js';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { ExtractorWorld } from '@/lib/app/reading/world.ts';
import { readArticleInStretches } from '@/lib/article/index.ts';

/**
 * Reads a page as an article, with Readability and with all rules for fields and bodies. Injected only when a page is
 * read for the first time. A saved page that only shows its marks does not load this script.
 */
export default defineUnlistedScript(() => {
  (globalThis as ExtractorWorld).pizhuExtract = readArticleInStretches;
});
