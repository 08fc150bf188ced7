import { inUnits } from '../../chinese/patterns.ts';
import { isFoot, isRelatedHeading } from '../../chinese/phrases.ts';
import { simplified } from '../../chinese/simplified.ts';
import { EDGE, type PageLine, tidy } from '../page/lines.ts';
import type { Article, ArticleLink, LinkRole } from '../schema.ts';

/** The label before the link to the previous article: 上一篇： · 前一篇 */
const PREVIOUS = /^[<«‹【[\s]*(?:阅读)?(?:上一?[篇条條則则个]|前一[篇条则])[】\]]?\s*[:：>]?\s*/;
/** The label before the link to the next article: 下一篇： · 后一篇 */
const NEXT = /^[<«‹【[\s]*(?:阅读)?(?:下一?[篇条條則则个]|[后後]一[篇条则])[】\]]?\s*[:：>]?\s*/;
/** Words in place of a link to the previous or next article where there is none: 上一篇：没有了 (previous article: none). */
const NONE = /^(没有了?|無|无|暂无.*|已是.*|已经是.*|返回列表|返回|更多|查看更多|加载中.*|换一换|>+)$/;

/** The most links of a list of related articles. A longer list is a list of all articles in a section of the site. */
const MOST = 20;

/** The absolute address that a link leads to. Null for scripts, mail addresses and places within the page. */
export function pageAddress(anchor: Element, url: string): string | null {
  const href = anchor.getAttribute('href')?.trim();
  if (!href || href.startsWith('#') || !URL.canParse(href, url)) return null;
  const { protocol, href: address } = new URL(href, url);
  return /^(https?|file):$/.test(protocol) ? address : null;
}

const linkOf = (anchor: Element, url: string, text = tidy(anchor.textContent ?? '')): ArticleLink | null => {
  const address = pageAddress(anchor, url);
  return address && text && !NONE.test(text) ? { text, url: address } : null;
};

/** The links of a line: the link around it, else the links in its element, else those beside it. */
function anchorsOf({ element, text }: PageLine): Element[] {
  const around = element.closest('a[href]');
  // In <a>上一篇</a> <a>下一篇</a> (previous, next), one line has several links, but `element` is only the first of them. So
  // takes all links in the same parent.
  if (around) return text.includes(EDGE) ? [...around.parentElement!.querySelectorAll('a[href]')] : [around];
  const own = [...element.querySelectorAll('a[href]')];
  return own.length || !element.parentElement ? own : [...element.parentElement.querySelectorAll('a[href]')];
}

/**
 * Finds the previous or the next article by its label `words`. Pages print the previous one (上一篇) as 上一篇：<a>…</a>,
 * <a>上一篇：…</a> or <span>上一篇</span><a>…</a>. Some print both neighbours in one line.
 */
function neighbour(lines: PageLine[], words: RegExp, url: string): ArticleLink | null {
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]!;
    if (!/[上下]一?[篇条條則则个]|[前后後]一[篇条则]/.test(line.text)) continue;
    const parts = line.text.split(EDGE);
    const at = parts.findIndex((part) => words.test(part));
    if (at < 0 || line.text.length > 300) continue;
    const said = parts[at]!.replace(words, '') || (parts[at + 1] ?? '');
    const rest = PREVIOUS.test(said) || NEXT.test(said) ? '' : said;
    if (NONE.test(rest)) return null;
    const anchors = anchorsOf(line).concat(
      !rest && lines[i + 1] && !NEXT.test(lines[i + 1]!.text) ? anchorsOf(lines[i + 1]!) : [],
    );
    const named = anchors.find((anchor) => {
      const own = tidy(anchor.textContent ?? '');
      return rest ? own.includes(rest) : words.test(own) || anchors.length === 1;
    });
    const behind = (one: Element) => line.element.compareDocumentPosition(one) & 4 /* FOLLOWING */;
    const anchor = named ?? (rest ? undefined : (anchors.find(behind) ?? anchors[0]));
    if (!anchor) continue;
    const text =
      rest || tidy(anchor.textContent ?? '').replace(words, '') || tidy(anchor.getAttribute('title') ?? '');
    const link = linkOf(anchor, url, text || tidy(anchor.textContent ?? ''));
    if (link) return link;
  }
  return null;
}

const HAS_HAN = inUnits(/\p{Script=Han}/u);
/**
 * The heading of links to explanations or to the original of a policy: 政策解读 (the policy explained) · 【解读】 (explanation)
 * · 政策原文： (original) · 图解政策 (the policy in pictures)
 */
const ROLE_HEADING =
  /^[【[>■◆\s]*(?:(?:相关|政策|文件|有关|权威|专家|部门|负责人)?(?:解读|原文)(?:材料|文件|链接|方案)?|(?:政策)?图解(?:政策)?|一图读懂)\s*[】\]]?\s*[:：]?$/;

/** The role of a linked page for the document, judged by the words of the link, else by the heading above it. */
function roleOf(link: string, heading: string): LinkRole | null {
  if (/图解|一图[读看]?懂|一图读/.test(link) || /图解|一图/.test(heading)) return 'illustration';
  if (/解读|答记者问|政策问答/.test(link) || /解读/.test(heading)) return 'interpretation';
  return /原文|相关(?:政策|文件)/.test(heading) ? 'original' : null;
}

/**
 * Lists the links below a heading such as 相关新闻 (related news), up to the next heading, or up to two lines in a row that
 * are no links.
 */
function relatedLinks(lines: PageLine[], url: string): ArticleLink[] {
  const found = new Map<string, ArticleLink>();
  lines.forEach(({ text }, i) => {
    const heading =
      text.length <= 40 && /[相延拓扩擴解原图圖]/.test(text) ? simplified(text.split(EDGE)[0]!) : '';
    const isRole = ROLE_HEADING.test(heading);
    // Of several lists of related articles, reads only the first. Reads every list whose heading gives the links a
    // role, such as 政策解读 (explanation of the policy).
    if (!heading || !(isRole || (found.size === 0 && isRelatedHeading(heading)))) return;
    let others = 0;
    for (const line of lines.slice(i, i + MOST * 3)) {
      if (found.size >= MOST || others > 1 || isFoot(line.text)) break;
      const anchor = line.element.closest('a[href]') ?? line.element.querySelector('a[href]');
      const link = anchor ? linkOf(anchor, url) : null;
      // One line with a day, a caption or a source may come between two links.
      if (
        !link ||
        link.text.length < (isRole ? 4 : HAS_HAN.test(link.text) ? 6 : 12) ||
        isRelatedHeading(link.text)
      ) {
        if (line !== lines[i] && line.text.length > 12) others++;
        if (line !== lines[i] && (isHeading(line) || /[:：]$/.test(line.text))) break;
        continue;
      }
      others = 0;
      const role = roleOf(simplified(link.text), heading);
      if (!found.has(link.url)) found.set(link.url, role ? { ...link, role } : link);
    }
  });
  return [...found.values()];
}

const isHeading = ({ element }: PageLine): boolean => element.closest('h1, h2, h3, h4') !== null;

/** Reads the links to the previous (上一篇), the next (下一篇) and related articles (相关新闻). Their addresses are absolute. */
export function readLinks(lines: PageLine[], url: string): Pick<Article, 'previous' | 'next' | 'related'> {
  return {
    previous: neighbour(lines, PREVIOUS, url),
    next: neighbour(lines, NEXT, url),
    related: relatedLinks(lines, url),
  };
}
