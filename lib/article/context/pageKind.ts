import { isDateOnly } from '../../chinese/dates.ts';
import { isCutShort } from '../../chinese/phrases.ts';
import { simplified } from '../../chinese/simplified.ts';
import type { Body } from '../body/body.ts';
import type { LabelledValues } from '../metadata/labelled.ts';
import { EDGE, type PageLine, squeeze } from '../page/lines.ts';
import type { Origin, PageKind } from '../schema.ts';

/** What must be known of a page to decide its kind. */
export type PageFacts = {
  url: string;
  title: string;
  lines: PageLine[];
  body: Pick<Body, 'text' | 'prose' | 'linkShare' | 'images' | 'items'>;
  /** Whether the page has a time of publication, a source or similar metadata. */
  hasMetadata: boolean;
  hasPassword: boolean;
};

/** The address of a search page: …?q=清淤, …/search/. */
const SEARCH_ADDRESS =
  /[?&](q|query|keyword|keywords|searchword|wd|word|kw|key|sword)=|\/(search|so|jsearch|ssjg)(\/|\.\w+|$)/i;
/** Words on a page of search results: 搜索结果 (search results), 共有12条记录 (12 records in all). */
const SEARCH_WORDS =
  /(搜[索寻]|检索|查询)结果|(找到|共有?|约有?)[^。]{0,10}\d[\d,]*[^。]{0,4}[条项篇个笔][^。]{0,6}(结果|记录|信息|相关)?([（(].{0,12})?$/;
/** The path of a home page: /, /index.html. */
const HOME_ADDRESS = /^\/?(index|default|home|main)?(\.\w{3,5})?$/i;
/** A day beside the title (标题) of a listed article: 标题 2023-02-02, [02-02] 标题. */
const DATED = /(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}|[[【（(]\s*\d{1,2}[-/月]\d{1,2}\s*日?\s*[\]】）)]/;
/** Words of the links to further pages of a list: 下一页 (next page), 尾页 (last page), 共5页 (5 pages in all). */
const PAGER = /(下一?|[尾末]|[共第]\s*\d+\s*)[页頁]/;
/**
 * The end of a teaser, which is the beginning of a news item on a home page: …[详细] (details). The page of an article
 * prints 阅读全文 (read the full text) instead.
 */
const IN_DETAIL = /(…|\.{3})\s*[[【（(]\s*(详[细情]|更多)\s*[\]】）)]$/;
/** The words of a page that a site shows in place of a missing page: 很抱歉，您要访问的页面不存在 (sorry, the page does not exist) */
const MISSING =
  /^404|(页面?|内容|文章|信息|网址)[^。]{0,4}(不存在|无法访问|丢失|已?被?删除|找不到|未找到)|找不到[^。]{0,6}(页|内容|文章)/;

/**
 * The heading above the list of a newspaper's pages, on the overview of an issue: 版面导航 (overview of pages). A page with
 * this heading is a list.
 */
const PAGES = /^版面(?:导航|概览|目录)$/;

/** The age of a listed article: 4年前 (4 years ago). */
const AGO = /^\d{1,3}\s?(?:分[钟鐘]|小[时時]|[天日周年]|[个個]?月)前$/;
const isDay = (line: string): boolean => isDateOnly(line) || AGO.test(line);

/** The most lines that are examined. They are enough to recognise a list or a home page. */
const ENOUGH_LINES = 3000;

const prosePart = ({ prose, text }: PageFacts['body']) => (text.length ? prose / text.length : 0);

/**
 * Measures a page: the share of its characters that are in links, and its numbers of certain lines. `items` are items
 * of a list, `dated` are items with a day and lines with only a day. `pagers` lead to further pages of a list.
 */
function shapeOf(lines: PageLine[]) {
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
    } else if (isDay(words)) dated++;
    if (words.length < 80 && PAGER.test(words)) pagers++;
  }
  return { linkShare: length ? linked / length : 0, items, dated, pagers };
}

/**
 * Whether a text consists mainly of the beginnings of other articles. At least three are needed, or one that ends like
 * a teaser on a home page: …[详细] (details).
 */
function isTeasers(lines: string[]): boolean {
  const cut = lines.filter(isCutShort);
  const size = (of: string[]) => of.reduce((sum, line) => sum + line.length, 0);
  if (cut.length < 3 && !cut.some((line) => IN_DETAIL.test(line))) return false;
  return cut.length >= 4 || size(cut) >= size(lines) / 2;
}

/** Whether lines are rows of a catalogue (信息公开目录), in which each row has a link and a day. */
const isCatalogue = (lines: string[], linkShare: number): boolean =>
  lines.length >= 3 && linkShare > 0.15 && lines.every((line) => line.includes('\t') && DATED.test(line));

/** Whether the text begins above the headline. Such a text introduces a programme or a topic (专题). */
function isAboveHeadline(text: string, { lines, title }: PageFacts): boolean {
  const name = squeeze(title);
  if (name.length < 4) return false;
  const begin = squeeze(text.slice(0, text.search(/\n|$/)));
  const placeOf = (words: string) =>
    lines.findIndex((line) => squeeze(line.text.replaceAll(EDGE, '')) === words);
  // A table row is one line of the article's text, but several lines of the page, one for each cell.
  const first = begin === '' ? -1 : placeOf(begin);
  return first >= 0 && placeOf(name) > first;
}

/**
 * Whether labels belong to the items of a list: at least three labels of a source, or three of a time. An article that
 * looks like a list has one or two.
 */
export const labelsItems = ({ all }: Pick<LabelledValues, 'all'>): boolean =>
  (['source', 'publishedAt'] as const).some((field) => all(field).length >= 3);

/** Whether a title is that of a page which a site shows in place of a missing page. */
export const saysMissing = (title: string): boolean => MISSING.test(simplified(title));

/**
 * Whether a value belongs to one item of a list and not to the page itself. `origin` tells where on the page the value
 * was found. A page that lists articles has no unlabelled day or source of its own, and no summary or original
 * headline. On an error page, these belong to recommended articles. A label that occurs several times belongs to the
 * items.
 */
export function isOfItems(
  field: string,
  origin: Origin | undefined,
  page: { kind: PageKind; title: string; labels: boolean },
): boolean {
  if (page.kind === 'article') return false;
  const missing = saysMissing(page.title);
  // A value without a label belongs to a listed item. So does a document number alone in a line, whose origin is
  // `body-text`.
  if (origin === 'bare-line' || origin === 'body-text') return page.kind !== 'other' || missing;
  const isLabelled = origin === 'labelled-line' || origin === 'document-header';
  return (
    isLabelled &&
    (missing ||
      page.kind === 'search' ||
      (page.kind !== 'other' && (page.labels || /^(?:lead|originalTitle)$/.test(field))))
  );
}

/**
 * Decides the kind of a page. A text with enough sentences makes an article, even one short paragraph: many notices are
 * so short. Does not use Readability's `isProbablyReaderable`, which asks for paragraphs of 140 characters and refuses
 * most Chinese news.
 */
export function kindOfPage(facts: PageFacts): PageKind {
  const { url, lines, body, hasMetadata, hasPassword } = facts;
  // A picture with a caption is also an article (图片新闻), so a shorter text is enough.
  const least = body.images.length ? 20 : 40;
  const enough = body.prose >= 60 || (hasMetadata && body.text.length >= least && /[。；]/.test(body.text));
  const bodyLines = body.text.split('\n');
  // The text is a list of links if its headlines are links, each followed by a day or a first paragraph.
  const dates = bodyLines.filter(isDay).length;
  const bodyIsLinks = body.linkShare > 0.4 || (body.items >= 5 && dates >= 5);
  const snippets = isTeasers(bodyLines);
  const {
    pathname = '',
    search = '',
    protocol = '',
  } = URL.canParse(url) ? new URL(url) : ({} as Partial<URL>);
  const isRoot = /^https?:$/.test(protocol) && HOME_ADDRESS.test(pathname) && !search;
  // A long text of sentences is proof enough, so most articles need no further tests.
  if (!snippets && body.prose >= 400 && prosePart(body) > 0.6 && !bodyIsLinks && !isRoot) return 'article';
  const listed = bodyLines.filter((line) => DATED.test(line)).length >= 6;
  if (hasPassword && !enough) return 'login';
  const searches =
    SEARCH_ADDRESS.test(pathname + search) ||
    lines.some(({ text }) => text.length < 60 && SEARCH_WORDS.test(simplified(text)));
  const shape = shapeOf(lines);
  if (searches && (bodyIsLinks || listed || snippets || body.prose < 200)) return 'search';
  if (isRoot && shape.items >= 8) return 'home';
  const isList =
    shape.dated >= 5 || (shape.pagers > 0 && (shape.items >= 5 || (!enough && shape.dated >= 3)));
  const isOfOthers =
    (listed && prosePart(body) < 0.5) ||
    isCatalogue(bodyLines, body.linkShare) ||
    ((isList || shape.items >= 8) && (snippets || isAboveHeadline(body.text, facts)));
  if (enough && !bodyIsLinks && !isOfOthers) return 'article';
  if ((isList && shape.dated < 60) || lines.some(({ text }) => PAGES.test(text))) return 'list';
  if (shape.items >= 40 && shape.linkShare > 0.4) return 'home';
  return shape.items >= 8 && shape.linkShare > 0.4 ? 'list' : 'other';
}
