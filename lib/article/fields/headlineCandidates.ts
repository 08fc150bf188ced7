import { ORGAN_END } from '../../chinese/organisations.ts';
import { HEADER_FIELDS } from '../metadata/labelTable.ts';
import type { Line } from '../metadata/line.ts';
import { foldHeadline, headlineOf } from './headlineText.ts';

/** The dash at the beginning of a subtitle (副题). */
export const DASH = /^(——|--|―|—)\s*\S/;

/**
 * Lines that look like a headline but are none. They name a part of the site, are a breadcrumb (媒体报道您当前位置是：首页), or give
 * only an issue (2024年第5号（总第128号）) or a case number (（2024）青0102执217号).
 */
export const NO_HEADLINE =
  /^(首页|正文|新闻$|资讯$|政务公开$|[通知公告示]{4}$|当前位置|您的?位置|您所在|您现在|现在位置|热门|相关|分享|评论|导航|网站地图|登录|注册|搜索|上一篇|下一篇|扫一扫|.{0,20}版权所有|主办|友情链接|本页|\S{0,10}位置是?[:：]|索引号|信息索引|[\d\s（）()〔〕年总第号期一二三四五六七八九十百]+$|[（(〔]\d{4}[）)〕][一-鿿]\d*[一-鿿]{1,4}\d+号$)/;
/** Class names and ids that sites use for a headline. */
const TITLE_CLASS =
  /(?<!sub-?|intro)title|headline|biaoti|topic|(?:^|[\s_-])(?:bt|tt|tit|btitle|arti_?tit|ntit|h-?tit)(?:[\s_-]|\d|$)/i;

/** A possible headline: one line, or several lines joined. */
export type Candidate = {
  text: string;
  folded: string;
  /** The candidate's first line, and the line after its last one. */
  line: number;
  end: number;
  /** The level of the candidate's heading, 1 to 6; 0 for a line that is no heading. */
  level: number;
  /** Whether the candidate's element has a class or id that sites use for titles. */
  classed: boolean;
};

/** The class and the id of an element, as one text. */
export const namesOf = (at: Element | null): string =>
  at?.hasAttributes() ? `${at.getAttribute('class') ?? ''} ${at.getAttribute('id') ?? ''}` : '';

/**
 * Returns the heading around an element (null where there is none). `classed`: whether the element, or one between it
 * and the heading, has a class that sites use for headlines. Looks at most four levels up.
 */
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

/**
 * Whether a line beside the headline is no part of it, even if both are in one heading. Such a line has a date, begins
 * with a label, or is in small print. `splitHeadings` uses similar signs.
 */
export const isBesideHeadline = (line: Line): boolean =>
  line.dates.length > 0 || line.beginsWithLabel || line.element.closest('small') !== null;

const ENDS_WITH_ORGAN = new RegExp(`${ORGAN_END}$`);
/**
 * Whether a headline continues in the next line. It does after a colon: 系列发布会（第9场）： (press conferences, no. 9). It also
 * does where 关于…… (on …) follows the name of an organisation.
 */
const isBegun = (line: string, next: string): boolean =>
  ':：'.includes(line.at(-1) ?? '-') || isBody(line, next);
/**
 * Whether a line is the organisation that issues a document, and the next line the rest of its title: 青山市人民政府 (City
 * Government of Qingshan) and 关于…… (on …).
 */
const isBody = (line: string, next: string): boolean =>
  /^(?:关于|印发|转发)/.test(next) && ENDS_WITH_ORGAN.test(line);
/**
 * The words for kinds of documents (GB/T 9704: 标题). A title that begins with 关于 (on) ends with one of these words. If
 * its line ends without one, the title continues in the next line.
 */
export const KIND_OF_DOCUMENT =
  '通[知告报]|公[告示]|决[定议]|意见|批复|[复公]?函|解释|[规暂]定|办法|细则|条例|方案|规划|纲要|请示|报告';
/** The end of a title that names the kind of the document: 关于内河清淤的通知（试行） (notice on dredging, for trial). */
export const NAMES_KIND = new RegExp(`(?:${KIND_OF_DOCUMENT})[》”]?(?:[（(].*[）)])?$`);
/** Whether the two lines are neighbouring elements of the page: <p>青山市人民政府</p><p>关于……</p>. */
const isNextTo = (line: Line, next: Line): boolean =>
  line.element.nextElementSibling === next.element && /^(?:P|DIV|SPAN)$/.test(next.element.tagName);

const BLOCK = 'h1, h2, h3, h4, h5, h6, p, div, td, th, li, section, center, header';
/**
 * Whether the headline in `line` continues in `next`: a line of the same block that begins with a dash. Example:
 * 标题<br>——副题 (headline, then subtitle).
 */
const goesOnBehindDash = (line: Line, next: Line | undefined): boolean =>
  next !== undefined &&
  DASH.test(next.text) &&
  next.text.length < 60 &&
  line.element.closest(BLOCK) === next.element.closest(BLOCK);

/** Whether a heading is above a larger one, and so introduces it: <h3>肩题</h3><h1>标题</h1> (kicker, headline). */
const isAbove = (heading: Element, next: Element | null): boolean =>
  next !== null && next.tagName < heading.tagName;

/**
 * Lists the possible headlines of a page: single lines, and several lines that together may be one headline. `page`:
 * the page's `<title>`. `named`: the headlines that the page's metadata name.
 */
export function candidatesOf(lines: Line[], page: string, named: string[]): Candidate[] {
  const candidates: Candidate[] = [];
  const folded = foldHeadline(page);
  const foldedNames = named.map(foldHeadline);
  let inside: Element | null = null;
  const known = new Map<Element, boolean>();
  lines.forEach((line, i) => {
    if (line.text.length < 4 || line.text.length > 160) return;
    const { heading, classed } = holderOf(line.element, known);
    const level = heading ? Number(heading.tagName[1]) : 0;
    const text = headlineOf(line.text);
    // A line that begins with 相关 (related) is mostly no headline. But 相关部门回应…… (the authorities in question answer …)
    // is one if the page's `<title>` begins with it.
    const own = foldHeadline(text);
    const begins = folded.startsWith(own);
    const isNamed = text.length >= 8 && begins;
    if ((!isNamed && NO_HEADLINE.test(text)) || line.alone || DASH.test(line.text)) return;
    // Skips a value of a document's header, although the page's title may begin with it: 发文机关 (issuer) | 青山市人民政府办公室.
    const above = i > 0 ? lines[i - 1]!.alone : null;
    if (above && HEADER_FIELDS.has(above.field)) return;
    // Skips a line that is only a part of a headline, whose rest is in the line before or after it.
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
    // Joins lines that are in one heading, or that together occur in the page's `<title>`.
    const parts = [text];
    const isMore = (next: Line) =>
      (heading && heading !== inside && heading.contains(next.element) && !isBesideHeadline(next)) ||
      (next.element === line.element &&
        (parts.length === 1
          ? isBegun(text, next.text)
          : isBody(text, parts[1]!) && !NAMES_KIND.test(parts.at(-1)!) && next.text.length < 60)) ||
      foldedNames.some((name) => name.startsWith(foldHeadline(parts.join('') + headlineOf(next.text)))) ||
      (parts.length === 1 && isNextTo(line, next) && isBody(text, next.text)) ||
      (parts.length === 1 && (heading || classed) && goesOnBehindDash(line, next)) ||
      (begins &&
        !(heading && isAbove(heading, holderOf(next.element, known).heading)) &&
        (next.element === line.element || !DASH.test(next.text)) &&
        next.text.length < 80 &&
        folded.startsWith(foldHeadline(parts.join('') + headlineOf(next.text))));
    while (parts.length < 4 && lines[i + parts.length] && isMore(lines[i + parts.length]!))
      parts.push(headlineOf(lines[i + parts.length]!.text));
    inside = heading;
    if (parts.length === 1) return;
    // Lines that the page's `<title>` or metadata join without a blank are one phrase: 青山区启动内河<br>清淤 (Qingshan starts dredging its
    // rivers). Other lines are clauses and get a blank between them.
    const isPhrase = [page, ...named].some((name) => name.includes(parts.join('')));
    const gap = isPhrase || isBody(text, parts[1]!) || DASH.test(parts[1]!) ? '' : ' ';
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
