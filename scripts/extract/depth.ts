/** Elements that stay open until they are closed; a <p> or <li> ends where the next begins. */
const TAG =
  /<(\/?)(div|span|table|section|article|ul|ol|dl|font|b|i|u|em|strong|center|blockquote|form|a|small|big)\b[^>]*>/gi;

/** Chromium's own limit (kMaximumHTMLParserDOMTreeDepth). */
const DEEPEST = 512;

/** How many levels an element may add: a table also adds rows and cells. */
const levels = (name: string): number => (/^table$/i.test(name) ? 4 : 1);

/**
 * Removes elements below the 512th level and keeps their words, like Chromium's parser. jsdom's parser recurses once a
 * level and would overflow the stack. Nearly every page is returned unchanged.
 */
export function capDepth(html: string): string {
  let depth = 0;
  let deepest = 0;
  for (const [, end, name] of html.matchAll(TAG)) {
    depth = end ? Math.max(0, depth - levels(name!)) : depth + levels(name!);
    deepest = Math.max(deepest, depth);
  }
  if (deepest <= DEEPEST) return html;
  depth = 0;
  return html.replace(TAG, (tag, end: string, name: string) => {
    if (end) {
      const keep = depth <= DEEPEST;
      depth = Math.max(0, depth - levels(name));
      return keep ? tag : '';
    }
    depth += levels(name);
    return depth <= DEEPEST ? tag : '';
  });
}
