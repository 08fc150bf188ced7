/**
 * Matches tags of elements that stay open until they are closed. Unlike them, a <p> or <li> ends where the next one
 * begins.
 */
const TAG =
  /<(\/?)(div|span|table|section|article|ul|ol|dl|font|b|i|u|em|strong|center|blockquote|form|a|small|big)\b[^>]*>/gi;

/** The greatest depth of elements that Chromium's parser makes (kMaximumHTMLParserDOMTreeDepth). */
const DEEPEST = 512;

/** How many levels of depth an element may add. A table adds more than one, because of its rows and cells. */
const levels = (name: string): number => (/^table$/i.test(name) ? 4 : 1);

/**
 * Removes the tags of elements deeper than 512 levels, and keeps their words, as Chromium's parser does. jsdom's parser
 * calls itself for each level, so deeper pages would overflow the stack. Nearly every page is returned unchanged.
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
