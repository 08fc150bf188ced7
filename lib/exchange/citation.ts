/** The properties of an article that a citation needs. */
type Cited = { title: string; source: string | null; siteName?: string | null; publishedAt: string | null };

/** The further properties that a reference to the whole article needs. */
type Referred = Cited & { authors: string[]; issuer: string | null; documentNumber: string | null };

/**
 * A quote with its source, to be pasted: “引文”（来源：《标题》，日期，网址）. GB/T 7714—2015 asks for these parts of
 * an online document; those that the page lacks are left out.
 */
export function citationOf(quote: string, article: Cited, url: string): string {
  const words = quote.replace(/\s*\n\s*/g, ' ').trim();
  const title = article.title ? `《${article.title}》` : '';
  const origin = article.source ?? article.siteName ?? '';
  const head = origin && title ? `${origin}：${title}` : origin || title;
  const parts = [head, article.publishedAt?.slice(0, 10), url].filter(Boolean);
  return `“${words}”（${parts.join('，')}）`;
}

/** From the fourth author on, names are cut to 等 (GB/T 7714—2015, 8.1.2). */
const MOST_AUTHORS = 3;

/**
 * A reference to an article as an online document by GB/T 7714—2015, 8.8: 责任者. 题名：文号[EB/OL].
 * 来源，年(发布日期)[引用日期]. 网址. Parts that the page lacks are left out. Without an author, the publisher is
 * named in the author's place. `readOn` is the day of access, `2025-03-13`.
 */
export function referenceOf(article: Referred, url: string, readOn: string): string {
  const { title, authors, issuer, source, siteName, documentNumber } = article;
  const publisher = source ?? siteName ?? null;
  const named = authors.length > MOST_AUTHORS ? [...authors.slice(0, MOST_AUTHORS), '等'] : authors;
  const by = named.join('，') || issuer || publisher;
  const work = [title, documentNumber].filter(Boolean).join('：');
  const day = article.publishedAt?.slice(0, 10);
  const house = publisher === by ? null : publisher;
  const issued = [house, house && day?.slice(0, 4)].filter(Boolean).join('，');
  const dated = `${issued}${day ? `(${day})` : ''}[${readOn}]`;
  return `${[by, `${work}[EB/OL]`, dated, url].filter(Boolean).join('. ')}.`;
}
