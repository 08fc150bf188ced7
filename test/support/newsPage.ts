import { JSDOM } from 'jsdom';
import { readArticle } from '@/lib/article/index.ts';

/** The parts of an invented news page, as markup. A part that is left out gets the usual content. */
export type NewsPage = {
  head?: string;
  /** The headline in `<title>`, to which the name of the site is added. */
  title?: string;
  /** The whole content of `<title>`. */
  pageTitle?: string;
  /** Markup above the headline. */
  top?: string;
  headline?: string;
  /** Markup between headline and body. */
  info?: string;
  /** The first lines of the body. */
  opening?: string;
  /** The paragraphs of the body. */
  body?: string;
  /** The last lines of the body. */
  closing?: string;
  /** Markup after the body. */
  tail?: string;
  url?: string;
  now?: Date;
};

export const HEADLINE = '青山区启动内河清淤三年行动';

const MENU =
  '<div class="nav"><a href="/">首页</a><a href="/yw/">要闻</a><a href="/zwgk/">政务公开</a></div>';
const BODY = [
  '四月以来，青山区对城区七条内河开展集中清淤，沿线居民反映的淤积和异味问题得到缓解，河道水质较上月有所好转。',
  '据介绍，此次清淤采用环保绞吸船作业，淤泥经脱水固化后统一外运，全程不占用沿河步道，也不影响居民早晚散步。',
  '下一步，当地将把清淤与雨污分流改造结合起来，力争用三年时间让主要河道恢复流动，让两岸的老街重新临水而居。',
].map((text) => `<p>${text}</p>`);

/** The page as a parsed document. */
export function newsDocument(page: NewsPage): Document {
  const title = page.title ?? HEADLINE;
  const html = `<!DOCTYPE html><html><head><title>${page.pageTitle ?? `${title}_青山新闻网`}</title>${page.head ?? ''}</head>
<body>${MENU}${page.top ?? ''}${page.headline ?? `<h1>${title}</h1>`}${page.info ?? ''}
<div id="content">${page.opening ?? ''}${page.body ?? BODY.join('\n')}${page.closing ?? ''}</div>${page.tail ?? ''}
<div class="related"><h3>相关新闻</h3><ul><li><a href="/1.html">城东泵站完成年度检修</a><span>2019-01-01 08:00</span></li></ul></div>
<div class="foot">版权所有 青山区融媒体中心</div></body></html>`;
  return new JSDOM(html, { url: page.url ?? 'https://www.example.com/news/123.html' }).window.document;
}

/** Reads the page with the extractor. */
export const readNews = (page: NewsPage) =>
  readArticle(newsDocument(page), {
    url: page.url ?? 'https://www.example.com/news/123.html',
    ...(page.now ? { now: page.now } : {}),
  });
