import type { Body } from './body.ts';
import { isDateOnly } from './date.ts';
import { EDGE, type Line } from './lines.ts';
import type { PageKind } from './schema.ts';
import { simplified } from './simplified.ts';

/** What is known of a page when its kind is judged. */
export type PageFacts = {
  url: string;
  lines: Line[];
  body: Pick<Body, 'text' | 'prose' | 'linkShare' | 'images' | 'items'>;
  /** The page names a time of publication, a source or the like. */
  hasMetadata: boolean;
  hasPassword: boolean;
};

const SEARCH_ADDRESS =
  /[?&](q|query|keyword|keywords|searchword|wd|word|kw|key|sword)=|\/(search|so|jsearch|ssjg)(\/|\.\w+|$)/i;
const SEARCH_WORDS =
  /(搜[索寻]|检索|查询)结果|(找到|共有?|约有?)[^。]{0,10}\d[\d,]*[^。]{0,4}[条项篇个笔][^。]{0,6}(结果|记录|信息|相关)?$/;
const HOME_ADDRESS = /^\/?(index|default|home|main)?(\.\w{3,5})?$/i;
/** Items of a list carry their day: 标题 2023-02-02, [02-02] 标题. */
const DATED = /(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}|[[【（(]\s*\d{1,2}[-/月]\d{1,2}\s*日?\s*[\]】）)]/;
const PAGER = /(下一?|[尾末]|[共第]\s*\d+\s*)[页頁]/;

/** Lines that tell a list or a home page. */
const ENOUGH_LINES = 3000;

const prosePart = ({ prose, text }: PageFacts['body']) => (text.length ? prose / text.length : 0);

/** How much of a page's lines stand in links of their own, and how many bear a day. */
function shapeOf(lines: Line[]) {
  let linked = 0;
  let length = 0;
  let items = 0;
  let dated = 0;
  let pagers = 0;
  for (const { text, element } of lines.slice(0, ENOUGH_LINES)) {
    length += text.length;
    const anchor = element.closest('a');
    if (anchor) linked += text.length;
    const words = text.replaceAll(EDGE, ' ');
    if (words.length >= 8 && words.length <= 90 && (anchor || element.querySelector?.('a'))) {
      items++;
      if (DATED.test(words)) dated++;
    } else if (isDateOnly(words)) dated++;
    if (words.length < 80 && PAGER.test(words)) pagers++;
  }
  return { linkShare: length ? linked / length : 0, items, dated, pagers };
}

/**
 * The kind of a page. A body with sentences makes an article, however short: notices of one paragraph are
 * articles. `isProbablyReaderable` asks for paragraphs of 140 characters and refuses most of Chinese news.
 */
export function kindOfPage(facts: PageFacts): PageKind {
  const { url, lines, body, hasMetadata, hasPassword } = facts;
  // A picture with its caption is an article, too: 图片新闻.
  const least = body.images.length ? 20 : 40;
  const enough = body.prose >= 60 || (hasMetadata && body.text.length >= least && /[。；]/.test(body.text));
  // Headlines in links, each with its day or its first paragraph.
  const dates = body.text.split('\n').filter(isDateOnly).length;
  const bodyIsLinks = body.linkShare > 0.4 || (body.items >= 5 && dates >= 5);
  // Results are cut short: 青山区启动内河…
  const snippets = (body.text.match(/(…|\.{3})$/gm)?.length ?? 0) >= 4;
  const {
    pathname = '',
    search = '',
    protocol = '',
  } = URL.canParse(url) ? new URL(url) : ({} as Partial<URL>);
  const isRoot = /^https?:$/.test(protocol) && HOME_ADDRESS.test(pathname) && !search;
  // Most articles are told by their body alone.
  if (!snippets && body.prose >= 400 && prosePart(body) > 0.6 && !bodyIsLinks && !isRoot) return 'article';
  const listed = body.text.split('\n').filter((line) => DATED.test(line)).length >= 6;
  if (hasPassword && !enough) return 'login';
  const searches =
    SEARCH_ADDRESS.test(pathname + search) ||
    lines.some(({ text }) => text.length < 60 && SEARCH_WORDS.test(simplified(text)));
  const shape = shapeOf(lines);
  if (searches && (bodyIsLinks || listed || snippets || body.prose < 200)) return 'search';
  if (isRoot && shape.items >= 8) return 'home';
  if (enough && !bodyIsLinks && !(listed && prosePart(body) < 0.5)) return 'article';
  const isList = shape.dated >= 5 || (shape.pagers > 0 && shape.items >= 5);
  if (isList && shape.dated < 60) return 'list';
  if (shape.items >= 40 && shape.linkShare > 0.4) return 'home';
  return shape.items >= 8 && shape.linkShare > 0.4 ? 'list' : 'other';
}
