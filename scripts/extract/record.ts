import { JSDOM, VirtualConsole } from 'jsdom';
import { withRegion } from '@/lib/article/context/region.ts';
import { canonicalUrl, readArticle } from '@/lib/article/index.ts';
import { decodeHtml } from '@/lib/article/page/decode.ts';
import { readText } from '@/lib/tasks/index.ts';
import { capDepth } from './depth.ts';

/** Reads a stored page into the record that CONTRACT.md describes. Throws an `Error` where it is no HTML. */
export function recordOf(bytes: Uint8Array, url: string) {
  if (bytes.length === 0) throw new Error('the file is empty');
  const html = decodeHtml(bytes);
  if (bytes.subarray(0, 8192).includes(0) && !/^[\ufeff\s]*</.test(html))
    throw new Error('this is a binary file, not HTML');
  if (!/<\s*(!doctype|html|head|body|div|p|table|article|section|h[1-6]|title|meta|frameset)\b/i.test(html))
    throw new Error('there is no HTML in it');
  const { window } = new JSDOM(capDepth(html), {
    url,
    // What jsdom thinks of the page's style sheets is nobody's concern.
    virtualConsole: new VirtualConsole(),
  });
  try {
    const article = withRegion(readArticle(window.document, { url }));
    const canonical = canonicalUrl(window.document, url);
    return { url, canonicalUrl: canonical, ...article, ...readText(article.text, article) };
  } finally {
    window.close();
  }
}
