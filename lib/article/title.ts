import { tidy } from './lines.ts';
import type { Rule } from './schema.ts';

const same = (text: string) => text.normalize('NFKC').replace(/[\s"“”'‘’]+/g, '');

/** A page title without the site's and the column's name behind it: 标题-资讯中心, 标题_新浪财经, 标题--文化--人民网. */
export function withoutSiteName(title: string): string {
  return tidy(title.replace(/\s*(?:[-_|—–]{1,2}|--+|丨)\s*[^-_|—–丨]{1,24}$/, '')) || tidy(title);
}

/** Words of a heading that name a place of the site and no article. */
const NO_HEADLINE = /^(首页|正文|新闻|资讯|政务公开|当前位置|热门|相关|分享|评论|导航)/;

/** The headline with the rule that gave it. A heading that the page's title repeats is the surest. */
export function readTitle(
  doc: Document,
  standard: string | null,
): { value: string; rule: Rule; confidence: number } | null {
  const page = tidy(doc.title ?? '');
  const og = tidy(doc.querySelector('meta[property="og:title"]')?.getAttribute('content') ?? '');
  const headings = [...doc.querySelectorAll('h1, h2, [class*="title" i], [id*="title" i]')]
    .slice(0, 200)
    .map((element) => ({ h1: element.tagName === 'H1', text: tidy(element.textContent ?? '') }))
    .filter(({ text }) => text.length >= 4 && text.length <= 120 && !NO_HEADLINE.test(text));
  const folded = same(page);
  const inTitle = headings.filter(({ text }) => folded.startsWith(same(text)) || same(og) === same(text));
  const longest = inTitle.sort((a, b) => same(b.text).length - same(a.text).length)[0];
  if (longest && same(longest.text).length >= 6)
    return { value: longest.text, rule: 'heading', confidence: 0.98 };
  if (standard) return { value: standard, rule: 'standard-meta', confidence: 0.9 };
  const h1 = headings.filter((one) => one.h1);
  if (h1.length === 1) return { value: h1[0]!.text, rule: 'heading', confidence: 0.8 };
  if (og) return { value: withoutSiteName(og), rule: 'meta', confidence: 0.7 };
  if (page) return { value: withoutSiteName(page), rule: 'document-title', confidence: 0.6 };
  return null;
}
