import { type DOMWindow, JSDOM, VirtualConsole } from 'jsdom';
import { withRegion } from '@/lib/article/context/region.ts';
import { canonicalUrl, explainField, READ_FIELDS, readArticle } from '@/lib/article/index.ts';
import { decodeHtml } from '@/lib/article/page/decode.ts';
import { readText } from '@/lib/tasks/index.ts';
import { capDepth } from './depth.ts';
import { explanation } from './explanation.ts';

export { READ_FIELDS };

/**
 * Parses a stored page, calls `read` with its window, and closes the window. Throws an `Error` where the bytes are not
 * HTML.
 */
function opened<T>(bytes: Uint8Array, url: string, read: (window: DOMWindow) => T): T {
  if (bytes.length === 0) throw new Error('the file is empty');
  const html = decodeHtml(bytes);
  if (bytes.subarray(0, 8192).includes(0) && !/^[\ufeff\s]*</.test(html))
    throw new Error('this is a binary file, not HTML');
  if (!/<\s*(!doctype|html|head|body|div|p|table|article|section|h[1-6]|title|meta|frameset)\b/i.test(html))
    throw new Error('there is no HTML in it');
  const { window } = new JSDOM(capDepth(html), {
    url,
    // Does not print jsdom's complaints about style sheets.
    virtualConsole: new VirtualConsole(),
  });
  try {
    return read(window);
  } finally {
    window.close();
  }
}

/** Reads the record of a stored page, which the command line prints. Throws an `Error` where the bytes are not HTML. */
export const recordOf = (bytes: Uint8Array, url: string) =>
  opened(bytes, url, ({ document }) => {
    const article = withRegion(readArticle(document, { url }));
    const canonical = canonicalUrl(document, url);
    return { url, canonicalUrl: canonical, ...article, ...readText(article.text, article) };
  });

/** Lists the rules of a field in their order, and what each finds on a stored page. */
export const explanationOf = (bytes: Uint8Array, url: string, field: (typeof READ_FIELDS)[number]): string =>
  opened(bytes, url, ({ document }) => explanation(explainField(document, { url }, field)));
