// Readability comes first in the bundle: gzip finds the words that rules share within 32 KB, and Readability has as many.
import '@mozilla/readability/Readability.js';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { ExtractorWorld } from '@/lib/app/reading/world.ts';
import { readArticleInStretches } from '@/lib/article/index.ts';

/**
 * Reads a page as an article, with Readability and all rules for fields and bodies. Injected only for the first
 * reading, so that a saved page that only shows its marks does not load it.
 */
export default defineUnlistedScript(() => {
  (globalThis as ExtractorWorld).pizhuExtract = readArticleInStretches;
});
