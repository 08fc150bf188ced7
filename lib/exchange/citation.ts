/** The properties of an article that a citation needs. */
type Cited = { title: string; source: string | null; siteName?: string | null; publishedAt: string | null };

/**
 * Writes a quote with its source, to be pasted elsewhere: “引文”（来源：《标题》，日期，网址）, which is the quote, then source, title,
 * date and address. GB/T 7714—2015 requires these parts for an online document. Omits parts that the page does not
 * give.
 */
export function citationOf(quote: string, article: Cited, url: string): string {
  const words = quote.replace(/\s*\n\s*/g, ' ').trim();
  const title = article.title ? `《${article.title}》` : '';
  const origin = article.source ?? article.siteName ?? '';
  const head = origin && title ? `${origin}：${title}` : origin || title;
  const parts = [head, article.publishedAt?.slice(0, 10), url].filter(Boolean);
  return `“${words}”（${parts.join('，')}）`;
}
