import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { ExtractorWorld } from '@/lib/app/reading/world.ts';
import { readArticleInStretches } from '@/lib/article/index.ts';

/**
 * What reads a page as an article, with Readability and all rules of fields and bodies: put beside the reader when it
 * reads for the first time. A saved page that shows its marks does without it.
 */
export default defineUnlistedScript(() => {
  (globalThis as ExtractorWorld).pizhuExtract = readArticleInStretches;
});
