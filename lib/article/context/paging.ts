import { EDGE, type PageLine, tidy } from '../page/lines.ts';
import type { Paging } from '../schema.ts';
import { pageAddress } from './links.ts';

/** The words of a link to the next page: 下一页, 下页, 【下一页】, next page. */
const NEXT_PAGE = /^[【[\s]*(下一?[页頁]|后一?页|next(\s*page)?)\s*[】\]>»›]*$/i;
/** The number of pages, often with the number of this page: 第2页/共5页 (page 2 of 5) · 共5页 · 2/5页 */
const COUNTED =
  /第\s*(\d{1,3})\s*[页頁][\s/／,，]*共\s*(\d{1,3})\s*[页頁]|共\s*(\d{1,3})\s*[页頁]|(\d{1,3})\s*\/\s*(\d{1,3})\s*[页頁]/;
/** A text that is only a page number: 2, 【2】, （2）. */
const NUMBER = /^[【[(（]?\s*(\d{1,3})\s*[】\])）]?$/;
/** Several page numbers in one text: 【1】【2】. */
const BRACKETS = /[】\])）]\s*[【[(（]/;
const numberOf = (text: string) => Number(NUMBER.exec(text)?.[1] ?? 0);

/**
 * The page number at the end of an address: content_123_2.html, content-2.html, content.html?page=2. Returns 1 where
 * there is none.
 */
function pageOf(address: string): number {
  const { pathname, search } = new URL(address);
  const named =
    /[?&](?:p|page|pageno|pn|page_no|currentpage)=(\d{1,3})\b/i.exec(search) ??
    /[_-](\d{1,3})(?:\.\w{3,5})?$/.exec(pathname);
  return Number(named?.[1] ?? 1);
}

/**
 * Two forms of an address, by which pages of one article are recognised. The first lacks the file extension. The second
 * also lacks the last number, which may be the number of the page or of the article.
 */
function stems(address: string): string[] {
  const { origin, pathname } = new URL(address);
  const path = origin + pathname.replace(/(_all)?(\.\w{3,5})?\/?$/, '');
  return [path, path.replace(/[_-]\d{1,3}$/, '')];
}

/** Whether two addresses differ only in the page number. */
const sameArticle = (a: string, b: string): boolean => {
  const own = stems(b);
  return stems(a).some((stem) => own.includes(stem));
};

/**
 * Recognises that an article has several pages: 【1】【2】【3】, 上一页 1 2 3 下一页 (previous … next), 第1页/共3页 (page 1 of 3).
 * Counts links only if they lead to pages of this article, because the page links of comments and lists lead elsewhere
 * or run a script.
 */
export function readPaging(lines: PageLine[], url: string): Paging | null {
  for (const { text, element } of lines) {
    if (text.length > 200 || !/[页頁]|next|[【[(（\t]\s*\d|^\d/i.test(text)) continue;
    const parts = text
      .split(EDGE)
      .flatMap((part) => (BRACKETS.test(part) ? part.split(/(?<=[】\])）])\s*(?=[【[(（])/) : part));
    const counted = text.length <= 60 ? COUNTED.exec(text.replaceAll(EDGE, ' ')) : null;
    const numbers = parts.map(numberOf).filter(Boolean);
    if (!counted && numbers.length < 2 && !parts.some((part) => NEXT_PAGE.test(part))) continue;
    if (!URL.canParse(url)) return null;
    // The line may be only one item in a list of page numbers. So looks for links in the whole block around the line.
    const block = element.closest('div, ul, ol, p, td, section') ?? element;
    const scope = block.querySelector('a[href]') ? block : (block.parentElement ?? block);
    const anchors = [...scope.querySelectorAll('a[href]')].slice(0, 60).flatMap((anchor) => {
      const address = pageAddress(anchor, url);
      const words = tidy(anchor.textContent ?? '');
      const leads = NEXT_PAGE.test(words) || NUMBER.test(words);
      return leads && address ? [{ words, address }] : [];
    });
    // Page numbers such as 【2】【3】 belong together if their addresses do. The page's own address need not have a number:
    // it may be that of a stored copy, or a short link.
    const [first] = anchors;
    if (!first) continue;
    const bracketed = /^[【[（(]\s*1\s*[】\])）]/.test(text) && numbers.length >= 2;
    if (!anchors.every(({ address }) => sameArticle(address, bracketed ? first.address : url))) continue;
    const most = Math.max(
      Number(counted?.[2] ?? counted?.[3] ?? counted?.[5] ?? 0),
      ...numbers,
      ...anchors.map(({ words }) => numberOf(words)),
    );
    const named = Number(counted?.[1] ?? counted?.[4] ?? 0) || pageOf(url);
    const page = named <= Math.max(most, 1) ? named : 1;
    const next =
      anchors.find(({ words }) => NEXT_PAGE.test(words))?.address ??
      anchors.find(({ words }) => numberOf(words) === page + 1)?.address ??
      null;
    if (most < 2 && next === null) continue;
    return { page, pages: most >= 2 ? most : null, next: next === url ? null : next };
  }
  return null;
}
