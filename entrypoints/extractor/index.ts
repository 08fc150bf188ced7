// The imports below are in the order in which the bundle compresses best, found by trial. Gzip finds repetitions only
// within 32 KB, so modules with the same words must be near each other. Readability is about that long, so it must not
// stand between two files of rules that share words. Without this order, the script is over half a kilobyte larger;
// nothing else depends on it.
import '@/lib/article/page/unlikelyParts.ts';
import '@/lib/article/body/quickReadability.ts';
import '@/lib/article/fields/views.ts';
import '@/lib/article/fields/contributor.ts';
import '@/lib/article/fields/siteName.ts';
import '@/lib/article/fields/source.ts';
import '@/lib/article/context/excerpt.ts';
import '@/lib/article/fields/index.ts';
import '@/lib/article/body/content.ts';
import '@/lib/article/body/frame.ts';
import '@/lib/article/metadata/zones.ts';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { ExtractorWorld } from '@/lib/app/reading/world.ts';
import { readArticleInStretches } from '@/lib/article/index.ts';

/**
 * Reads a page as an article, by Readability and by the rules for an article's fields and text. Injected only when a
 * page is read for the first time. A saved page that only shows its marks does not load this script.
 */
export default defineUnlistedScript(() => {
  (globalThis as ExtractorWorld).pizhuExtract = readArticleInStretches;
});
