/** Elements that stay open until they are closed. A <p> or <li> closes the one before it. */
const TAG =
  /<(\/?)(div|span|table|section|article|ul|ol|dl|font|b|i|u|em|strong|center|blockquote|form|a|small|big)\b[^>]*>/gi;

/** Chromium's own limit (kMaximumHTMLParserDOMTreeDepth). */
const DEEPEST = 512;

/** A table nests its rows and cells. */
const levels = (name: string): number => (/^table$/i.test(name) ? 4 : 1);

/**
 * The page with elements below the 512th level left out, their words kept, as Chromium's parser has it: jsdom's
 * needs a call for every level and ends in an overflow of the stack. Nearly every page is returned as it is.
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
