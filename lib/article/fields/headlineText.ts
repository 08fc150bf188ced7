import { inUnits } from '../../chinese/patterns.ts';
import { EDGE, squeeze, tidy } from '../page/lines.ts';

/**
 * Normalizes a headline for comparison: removes blanks and quotation marks, and makes full-width and half-width
 * characters equal.
 */
export const foldHeadline = (text: string): string => squeeze(text).replace(/["“”'‘’「」『』]+/g, '');

/** Turns the text of a line into a headline. Removes blanks between Chinese characters where two elements meet. */
export const headlineOf = (text: string): string =>
  withoutCounter(
    !text.includes(EDGE)
      ? text
      : text
          .replace(/([^\t]?)\t+([^\t]?)/g, (_, left: string, right: string) =>
            /[A-Za-z0-9]/.test(left) && /[A-Za-z0-9]/.test(right) ? `${left} ${right}` : left + right,
          )
          .replaceAll(EDGE, ' '),
  );

/** Removes the counter of a picture series at the end: 高原电网检修忙（1/3） (repairs to the highland grid, 1/3). */
const withoutCounter = (text: string): string => {
  const line = tidy(text);
  return /[）)]$/.test(line) ? line.replace(/\s*[（(]\d{1,3}\s*\/\s*\d{1,3}[）)]$/, '') : line;
};

/** Endings of the names of sites and their sections, which follow the headline in a page's `<title>`. */
const SITE =
  /(网|網|频道|頻道|新闻|新聞|日报|日報|晚报|时报|早报|周刊|政府|在线|中心|门户|平台|客户端|官网|资讯|委员会|常委会|政协|人大|局|厅|(?<!事)处|部|社|医院|大学|学院|公司|集团|工会|协会|联合会|法院|检察院|电视台|广播|电子版|電子版|数字报|热线|之窗|之声|要闻|动态|公告|公开|正文|[.．](com|cn|net|org)|NET)$/i;

/**
 * The last part of a page's `<title>`, after a separator or blank, which may be the name of the site: 标题_青山新闻网
 * (headline_Qingshan News). Groups: what is before, the separator, the last part.
 */
const SITE_BEHIND =
  /^(.+?\S)(\s*(?:--+|——|[_|｜丨\-–—])\s*|\s+)([^_|｜丨\-–—\s]+(?: [^_|｜丨\-–—\s]+){0,2})$/;

/**
 * Removes the names of the site and its sections from a page's `<title>`: 标题--文化--人民网 (headline--culture--People's
 * Net), 标题_新浪财经, 标题|辟谣_新浪网. After a plain hyphen, a bar or a blank, removes words only if they look like such a name,
 * because headlines contain these characters too.
 */
export function withoutSiteName(title: string, siteName: string | null = null): string {
  let rest = tidy(title);
  for (let i = 0; i < 5; i++) {
    const match = SITE_BEHIND.exec(rest);
    if (!match) break;
    const [, before, parting, name] = match as unknown as [string, string, string, string];
    const named = name === siteName || SITE.test(name);
    const strong = /_|--|——/.test(parting) || (i > 0 && /[|｜丨-]/.test(parting));
    const limit = named ? 30 : 12;
    if (before.length < 2 || name.length > limit || !(named || (strong && !/[。！？!?》]$/.test(name))))
      break;
    rest = before.trim();
  }
  return rest;
}

/**
 * A text that is only the name of an organisation or its site: 青山区人民政府 (government of Qingshan), 青山新闻网 (Qingshan News).
 * Such a name is never a headline.
 */
const BODY = inUnits(
  /^(?!.*(?:关于|通知|公告$))[\p{Script=Han}（）()]{2,24}(?:网|网站|门户|平台|政府|公司|集团|中心|[大中小]学|学院|学校|医院|法院|检察院|委员会|局|厅|镇|乡|街道|总?工会|协会|目录)$/u,
);
/**
 * The last characters of the names that `BODY` matches. They are tested first, because most texts end in other
 * characters and the long pattern takes time to compile.
 */
const BODY_SIGN = /[网站户台府司团心学院校局厅镇乡道会录]$/;
export const isBody = (text: string): boolean => BODY_SIGN.test(text) && BODY.test(text);

/**
 * Whether a page's `<title>` says nothing about the article: only the site's name, 无标题文档 (untitled document) or 正文
 * (text).
 */
export const isSitesOwn = (title: string, siteName: string | null): boolean =>
  title === siteName ||
  /^(无标题.*|正文|New Page.*|Untitled.*|.*\d日.*(?<!星)[期版])?$/i.test(title) ||
  title
    .split(/[\s_|｜丨–—:-]+/)
    .every((part) => !part || isBody(part) || (part.length <= 14 && SITE.test(part)));

/** The last part of a page's `<title>` if it is the name of a site; else null. */
export function siteInTitle(title: string): string | null {
  const [, before = '', , site = ''] = SITE_BEHIND.exec(tidy(title)) ?? [];
  const name = site.split(' ').at(-1)!;
  return SITE.test(name) && before.length >= 4 && name.length <= 20 ? name : null;
}
