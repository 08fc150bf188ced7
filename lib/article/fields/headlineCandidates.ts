import { ORGAN_END } from '../../chinese/organisations.ts';
import { HEADER_FIELDS } from '../metadata/labelTable.ts';
import type { Line } from '../metadata/line.ts';
import { foldHeadline, headlineOf } from './headlineText.ts';

/** A dash, which begins a 副题. */
export const DASH = /^(——|--|―|—)\s*\S/;

/**
 * Headings that are no headline: a part of the site, the path of columns behind a name (媒体报道您当前位置是：首页), a mere issue (2024年第5号（总第128号）) or a case number
 * (（2024）青0102执217号).
 */
export const NO_HEADLINE =
  /^(首页|正文|新闻$|资讯$|政务公开$|当前位置|您的?位置|您所在|您现在|现在位置|热门|相关|分享|评论|导航|网站地图|登录|注册|搜索|上一篇|下一篇|扫一扫|版权|主办|友情链接|本页|\S{0,10}位置是?[:：]|索引号|信息索引|[\d\s（）()〔〕年总第号期一二三四五六七八九十百]+$|[（(〔]\d{4}[）)〕][一-鿿]\d*[一-鿿]{1,4}\d+号$)/;
/** Class names and ids that sites give to a headline. */
const TITLE_CLASS =
  /title|headline|biaoti|topic|(?:^|[\s_-])(?:bt|tt|tit|btitle|arti_?tit|ntit|h-?tit)(?:[\s_-]|\d|$)/i;

/** One line, or several together, that may be the headline. */
export type Candidate = {
  text: string;
  folded: string;
  /** The range of lines, from `line` to before `end`. */
  line: number;
  end: number;
  /** 1 to 6 for a heading of that level, 0 for a plain line. */
  level: number;
  /** Whether its element has the class or id of a title. */
  classed: boolean;
};

/** The class and the id of an element. */
export const namesOf = (at: Element | null): string =>
  at?.hasAttributes() ? `${at.getAttribute('class') ?? ''} ${at.getAttribute('id') ?? ''}` : '';

/** The heading around a line, or an element with the class of a title. Looks at most four levels up. */
export function holderOf(
  element: Element,
  known = new Map<Element, boolean>(),
): { heading: Element | null; classed: boolean } {
  let classed = false;
  for (let at: Element | null = element, step = 0; at && step < 4; at = at.parentElement, step++) {
    if (/^H[1-6]$/.test(at.tagName)) return { heading: at, classed };
    let own = known.get(at);
    if (own === undefined) {
      own = TITLE_CLASS.test(namesOf(at));
      known.set(at, own);
    }
    classed ||= own;
  }
  return { heading: null, classed };
}

/** Whether splitHeadings would split a line from the headline: a date, a label or small print. */
export const isBesideHeadline = (line: Line): boolean =>
  line.dates.length > 0 || line.beginsWithLabel || line.element.closest('small') !== null;

const ENDS_WITH_ORGAN = new RegExp(`${ORGAN_END}$`);
/** Whether two lines form one headline: 系列发布会（第9场）： with the next line, 青山市人民政府办公室 with 关于……的通知. */
const isBegun = (line: string, next: string): boolean =>
  ':：'.includes(line.at(-1) ?? '-') || isBody(line, next);
/** 青山市人民政府, 最高人民法院 and 关于……. */
const isBody = (line: string, next: string): boolean =>
  /^(?:关于|印发|转发)/.test(next) && ENDS_WITH_ORGAN.test(line);
/** How documents are called (GB/T 9704: 标题); without such a word a title that begins with 关于 goes on. */
export const KIND_OF_DOCUMENT =
  '通[知告报]|公[告示]|决[定议]|意见|批复|[复公]?函|解释|[规暂]定|办法|细则|条例|方案|规划|纲要|请示|报告';
const NAMES_KIND = new RegExp(`(?:${KIND_OF_DOCUMENT})[》”]?(?:[（(].*[）)])?$`);
/** <p>青山市人民政府</p><p>关于……</p>: paragraphs side by side. */
const isNextTo = (line: Line, next: Line): boolean =>
  line.element.nextElementSibling === next.element && /^(?:P|DIV|SPAN)$/.test(next.element.tagName);

const BLOCK = 'h1, h2, h3, h4, h5, h6, p, div, td, th, li, section, center, header';
/** 标题<br>——副题: a line behind a dash in the block of a headline, which goes on there. */
const goesOnBehindDash = (line: Line, next: Line | undefined): boolean =>
  next !== undefined &&
  DASH.test(next.text) &&
  next.text.length < 60 &&
  line.element.closest(BLOCK) === next.element.closest(BLOCK);

/** Lists the lines that may be the headline: single lines, and lines into which one headline is broken. */
export function candidatesOf(lines: Line[], page: string): Candidate[] {
  const candidates: Candidate[] = [];
  const folded = foldHeadline(page);
  let inside: Element | null = null;
  const known = new Map<Element, boolean>();
  lines.forEach((line, i) => {
    if (line.text.length < 4 || line.text.length > 160) return;
    const { heading, classed } = holderOf(line.element, known);
    const level = heading ? Number(heading.tagName[1]) : 0;
    const text = headlineOf(line.text);
    if (NO_HEADLINE.test(text) || line.alone || DASH.test(line.text)) return;
    // 发文机关 | 青山市人民政府办公室: the page's title begins with the value.
    const above = i > 0 ? lines[i - 1]!.alone : null;
    if (above && HEADER_FIELDS.has(above.field)) return;
    const own = foldHeadline(text);
    // Neither line alone is the headline.
    const within = (other: Line | undefined) =>
      !!other && (heading ? heading.contains(other.element) : other.element === line.element);
    const [over, next] = [lines[i - 1], lines[i + 1]];
    const isPart =
      ((heading || classed) && goesOnBehindDash(line, next)) ||
      (within(next) && isBegun(text, next!.text)) ||
      (within(over) && isBegun(over!.text, text)) ||
      (next && isNextTo(line, next) && isBody(text, next.text)) ||
      (over && isNextTo(over, line) && isBody(over.text, text));
    if (!isPart) candidates.push({ text, folded: own, line: i, end: i + 1, level, classed });
    // A headline broken into several lines, which are in one heading or which the page's title joins.
    const parts = [text];
    const begins = folded.startsWith(own);
    const isMore = (next: Line) =>
      (heading && heading !== inside && heading.contains(next.element) && !isBesideHeadline(next)) ||
      (next.element === line.element &&
        (parts.length === 1
          ? isBegun(text, next.text)
          : isBody(text, parts[1]!) && !NAMES_KIND.test(parts.at(-1)!) && next.text.length < 60)) ||
      (parts.length === 1 && isNextTo(line, next) && isBody(text, next.text)) ||
      (parts.length === 1 && (heading || classed) && goesOnBehindDash(line, next)) ||
      (begins &&
        (next.element === line.element || !DASH.test(next.text)) &&
        next.text.length < 80 &&
        folded.startsWith(foldHeadline(parts.join('') + headlineOf(next.text))));
    while (parts.length < 4 && lines[i + parts.length] && isMore(lines[i + parts.length]!))
      parts.push(headlineOf(lines[i + parts.length]!.text));
    inside = heading;
    if (parts.length === 1) return;
    // 青山区启动内河<br>清淤 is one phrase. Two clauses get a blank between them, unless the page's title has none.
    const gap = page.includes(parts.join('')) || isBody(text, parts[1]!) || DASH.test(parts[1]!) ? '' : ' ';
    const whole = parts.reduce((all, part, k) => all + (isBegun(parts[k - 1]!, part) ? '' : gap) + part);
    if (whole.length <= 160)
      candidates.push({
        text: whole,
        folded: foldHeadline(whole),
        line: i,
        end: i + parts.length,
        level,
        classed,
      });
  });
  return candidates;
}
