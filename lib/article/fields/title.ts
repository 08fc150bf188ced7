import { datesIn } from '../../chinese/dates.ts';
import { ORGAN_END } from '../../chinese/organisations.ts';
import { beginsWithLabel, isEmptyValue, labelAlone, labelledValues } from '../metadata/labels.ts';
import { HEADER_FIELDS } from '../metadata/labelTable.ts';
import type { LinkedData } from '../page/jsonLd.ts';
import { EDGE, type Line, tidy } from '../page/lines.ts';
import type { Meta } from '../page/meta.ts';
import { foldHeadline, headlineOf, isSitesOwn, withoutSiteName } from './headlineText.ts';
import { first, type Reading, reading } from './reading.ts';

/** The headline, and the lines that it fills: from `line` to before `end`; −1 where it has none of its own. */
export type Headline = { reading: Reading<string> | null; line: number; end: number };

/** Words of a heading that name a place of the site and no article. */
const NO_HEADLINE =
  /^(首页|正文|新闻$|资讯$|政务公开$|当前位置|您的?位置|您所在|您现在|现在位置|热门|相关|分享|评论|导航|网站地图|登录|注册|搜索|上一篇|下一篇|扫一扫|版权|主办|友情链接|本页|索引号|信息索引)/;
/** Class names and ids that sites give to a headline. */
const TITLE_CLASS =
  /title|headline|biaoti|topic|(?:^|[\s_-])(?:bt|tit|btitle|arti_?tit|ntit|h-?tit)(?:[\s_-]|\d|$)/i;
/** Ancestors that hold links and no article. */
const ELSEWHERE =
  /(?:^|[\s_-])(?:nav|menu|crumb|breadcrumb|sidebar|footer|hot|rank|recommend|related|comment)/i;

type Candidate = {
  text: string;
  folded: string;
  line: number;
  end: number;
  heading: number;
  classed: boolean;
};

/** What a page calls an element: its class and its id. */
const namesOf = (at: Element | null): string =>
  at?.hasAttributes() ? `${at.getAttribute('class') ?? ''} ${at.getAttribute('id') ?? ''}` : '';

/** The heading or the element of a telling class that a line stands in; at most four steps up. */
function holderOf(
  element: Element,
  known = new Map<Element, boolean>(),
): { heading: Element | null; classed: boolean } {
  let classed = false;
  for (let at: Element | null = element, step = 0; at && step < 4; at = at.parentElement, step++) {
    if (/^H[1-6]$/.test(at.tagName)) return { heading: at, classed };
    const own = known.get(at) ?? TITLE_CLASS.test(namesOf(at));
    known.set(at, own);
    classed ||= own;
  }
  return { heading: null, classed };
}

/** What partHeadings parts from a headline. */
const isBesideHeadline = ({ text, element }: Line): boolean =>
  datesIn(text).length > 0 || beginsWithLabel(text) || element.closest('small') !== null;

const ENDS_WITH_ORGAN = new RegExp(`${ORGAN_END}$`);
/** 系列发布会（第9场）： and more, 青山市人民政府办公室 and 关于……的通知: two lines of one headline. */
const isBegun = (line: string, next: string): boolean =>
  /[:：]$/.test(line) || (ENDS_WITH_ORGAN.test(line) && /^(?:关于|印发|转发)/.test(next));

/** Lines that can be a headline: each alone, and those together that it is broken into. */
function candidatesOf(lines: Line[], page: string): Candidate[] {
  const candidates: Candidate[] = [];
  const folded = foldHeadline(page);
  let inside: Element | null = null;
  const known = new Map<Element, boolean>();
  lines.forEach((line, i) => {
    if (line.text.length < 4 || line.text.length > 160) return;
    const { heading, classed } = holderOf(line.element, known);
    const level = heading ? Number(heading.tagName[1]) : 0;
    const text = headlineOf(line.text);
    if (NO_HEADLINE.test(text) || labelAlone(line.text) || DASH.test(line.text)) return;
    // 发文机关 | 青山市人民政府办公室: the page's title begins with it.
    const above = i > 0 ? labelAlone(lines[i - 1]!.text) : null;
    if (above && HEADER_FIELDS.has(above.field)) return;
    const own = foldHeadline(text);
    // Neither line is a headline alone.
    const within = (other: Line | undefined) => !!heading && !!other && heading.contains(other.element);
    const isPart =
      (within(lines[i + 1]) && isBegun(text, lines[i + 1]!.text)) ||
      (within(lines[i - 1]) && isBegun(lines[i - 1]!.text, text));
    if (!isPart) candidates.push({ text, folded: own, line: i, end: i + 1, heading: level, classed });
    // A headline broken into lines: those of one heading, or those that the page's title has in one.
    const parts = [text];
    const begins = folded.startsWith(own);
    const isMore = (next: Line) =>
      (heading && heading !== inside && heading.contains(next.element) && !isBesideHeadline(next)) ||
      (begins &&
        (next.element === line.element || !DASH.test(next.text)) &&
        next.text.length < 80 &&
        folded.startsWith(foldHeadline(parts.join('') + headlineOf(next.text))));
    while (parts.length < 4 && lines[i + parts.length] && isMore(lines[i + parts.length]!))
      parts.push(headlineOf(lines[i + parts.length]!.text));
    // 青山区启动内河<br>清淤 is one; two clauses have a blank between them, unless the page's title has none.
    const gap = page.includes(parts.join('')) ? '' : ' ';
    const whole = parts.reduce((all, part, k) => all + (isBegun(parts[k - 1]!, part) ? '' : gap) + part);
    if (parts.length > 1 && whole.length <= 160)
      candidates.push({
        text: whole,
        folded: foldHeadline(whole),
        line: i,
        end: i + parts.length,
        heading: level,
        classed,
      });
    inside = heading;
  });
  return candidates;
}

/** The name of a body and no more. */
const ORGAN = new RegExp(`^\\p{Script=Han}{2,14}${ORGAN_END}$`, 'u');
/** What a column is called, and no news; 招聘公告 and the like are headlines. */
const COLUMN = /^.{2,4}(?:要闻|动态|新闻|资讯|信息)$/;

const HEADING_WORTH = [0, 3, 2, 1.5, 1, 1, 0.5];

/** A date or a labelled source right below: what stands above is the headline. */
function metadataBelow(lines: Line[], end: number): number {
  for (let i = end; i < Math.min(end + 4, lines.length); i++) {
    const { text } = lines[i]!;
    if (text.length > 160) return 0;
    const told = labelledValues(text).some(({ field }) =>
      /^(source|publishedAt|authors|updatedAt)$/.test(field),
    );
    if (told || datesIn(text)[0]) return Math.max(1, 3 - (i - end));
  }
  return 0;
}

/** What the page's head calls the article: each may be cut or carry the site's name. */
type Told = { page: string; stripped: string; exact: string[] };

function worth(candidate: Candidate, lines: Line[], told: Told, siteName: string | null): number {
  const { folded } = candidate;
  const line = lines[candidate.line]!;
  let score = HEADING_WORTH[candidate.heading]! + (candidate.classed ? 1 : 0);
  const long = folded.length >= 8 || candidate.heading === 1;
  if (told.exact.includes(folded) || (folded && told.stripped === folded)) score += long ? 6 : 3;
  // A plain line that is the lesser part of it is a body's name, as under a document.
  else if (told.page.startsWith(folded))
    score += long && (score || folded.length * 2 >= told.stripped.length) ? 5 : 1;
  // 青山日报数字报-预警跑在山洪前: the shorter one where the page's title ends in it.
  else if (folded.length >= (told.page.endsWith(folded) ? 6 : 8) && told.page.includes(folded)) score += 4;
  // 青山市水务局关于……的通知, where the page's title leaves the body's name out.
  else if (
    told.stripped.length >= 8 &&
    folded.endsWith(told.stripped) &&
    /^\p{Script=Han}{2,24}$/u.test(folded.slice(0, -told.stripped.length))
  )
    score += 4;
  // Cut short at a quotation mark or a number of signs; a plain line that only begins alike is the body's, but for
  // one right above the metadata.
  else if (
    (candidate.heading ||
      candidate.classed ||
      /["“”「]/.test(candidate.text) ||
      metadataBelow(lines, candidate.end) === 3) &&
    [...told.exact, told.stripped.replace(/[.…]+$/, '')].some(
      (cut) => cut.length >= 6 && folded.startsWith(cut),
    )
  )
    score += 4;
  // 方正's digital newspapers, where it holds the headline alone.
  const paper = line.element.closest('founder-title');
  if (paper && foldHeadline(paper.textContent ?? '') === folded) score += 4;
  if (score < 0.5) return 0;
  const below = metadataBelow(lines, candidate.end);
  score += below + (below && folded.length >= 10 ? 1 : 0);
  if (folded.length < 6) score -= 1.5;
  // <h1>政务要闻</h1>, above the headline and in the page's title.
  if (COLUMN.test(folded)) score -= 4;
  if (line.hidden) score -= 1.5;
  if (siteName && folded === foldHeadline(siteName)) score -= 6;
  // 青山县人民政府 - 县政新闻: the page's title names the site first, and a signature repeats it.
  if (!candidate.heading && ORGAN.test(folded)) score -= 4;
  if (datesIn(candidate.text).length && candidate.text.length < 30) score -= 3;
  if (score >= 3 && line.element.closest('a[href]')) score -= 2;
  const parent = line.element.parentElement;
  if (ELSEWHERE.test(`${line.element.getAttribute('class') ?? ''} ${parent?.getAttribute('class') ?? ''}`))
    score -= 1.5;
  return score + Math.min(folded.length, 60) / 200;
}

/** A plain line right above the metadata: the headline of a page whose head and headings name none. */
const aboveMetadata = (lines: Line[]): string | null =>
  lines.find(
    ({ text, element, hidden }, i) =>
      text.length >= 8 &&
      !text.includes(EDGE) &&
      !hidden &&
      !DASH.test(text) &&
      metadataBelow(lines, DASH.test(lines[i + 1]?.text ?? '') ? i + 2 : i + 1) === 3 &&
      !NO_HEADLINE.test(text) &&
      !isBesideHeadline({ text, element }) &&
      !element.closest('a'),
  )?.text ?? null;

/** A heading that the head of the page does not name must have metadata below it; an h1 may do without. */
const ENOUGH = 3.4;

/**
 * The headline. Best is the line that the page's title, og:title or `ArticleTitle` names, whole where those are cut;
 * then the 标题 of a document's header, `ArticleTitle`, a heading with metadata below it, and what the head says.
 */
export function readTitle(
  doc: Document,
  lines: Line[],
  head: { meta: Meta; linked: LinkedData; siteName: string | null; inHeader: string | null },
): Headline {
  const { meta, linked, siteName, inHeader } = head;
  const page = tidy(doc.title ?? '');
  const og = meta.any('og:title', 'twitter:title');
  const official = meta.standard('ArticleTitle') ?? meta.any('ArticleTitle');
  const exact = [official, og, linked.headline, inHeader].filter((text) => text !== null).map(foldHeadline);
  const told: Told = {
    page: foldHeadline(page),
    stripped: foldHeadline(withoutSiteName(page, siteName)),
    exact: exact.filter((text) => text.length >= 4),
  };
  let best: Candidate | null = null;
  let most = 0;
  for (const candidate of candidatesOf(lines, page)) {
    const score = worth(candidate, lines, told, siteName);
    if (score > most) [best, most] = [candidate, score];
  }
  if (best && most < (best.heading === 1 ? 3 : ENOUGH)) best = null;
  const lineOf = (text: string) => {
    const folded = foldHeadline(text);
    return lines.findIndex((line) => line.text.length < 200 && foldHeadline(line.text) === folded);
  };
  const named = !!best && most >= 5;
  const bare = withoutSiteName(page, siteName);
  const stated = first(
    named ? reading(best!.text, 'heading', 0.97) : null,
    reading(inHeader, 'document-header', 0.95),
    reading(official, 'standard-meta', 0.9),
    best ? reading(best.text, 'heading', 0.8) : null,
    reading(linked.headline, 'json-ld', 0.75),
    reading(og && !isEmptyValue(og) ? wholeOf(og, page, siteName) : null, 'meta', 0.7),
    reading(isSitesOwn(page, siteName) ? aboveMetadata(lines) : null, 'bare-line', 0.5),
    reading(bare, 'document-title', 0.6),
  );
  if (best && stated?.value === best.text) return { reading: stated, line: best.line, end: best.end };
  const line = stated ? lineOf(stated.value) : -1;
  return { reading: stated, line, end: line + 1 };
}

/** og:title, or the page's title where that goes on where og:title was cut at a quotation mark. */
function wholeOf(og: string, page: string, siteName: string | null): string {
  const short = withoutSiteName(og, siteName);
  const long = withoutSiteName(page, siteName);
  return foldHeadline(long).startsWith(foldHeadline(short)) ? long : short;
}

/** A 副题 stands behind a dash. */
const DASH = /^(——|--|―|—)\s*\S/;
/** The first section of a document, and no 副题. */
const SECTION = /^(第[一二三四五六七八九十\d]+[章节条部]|[（(]?[一二三四五六七八九十\d]+[）)、.．])/;
const KICKER_CLASS =
  /(?:jian|yin)-?_?ti|kicker|pre-?_?title|shoulder|sup-?_?title|title-?_?(?:up|top|pre)|introtitle|(?:^|[\s_-])yt(?:[\s_-]|$)/i;
const SUBTITLE_CLASS =
  /fu-?_?(?:bt|ti\b|biaoti)|sub-?_?(?:title|head|tit)|subtitle|(?:second|vice|deputy)-?_?title|ftitle|(?:^|[\s_-])ft(?:[\s_-]|$)/i;

/** 肩题 above and 副题 below the headline, kept apart from it: by class name, by a smaller heading, or by a dash. */
export function readKickerAndSubtitle(
  lines: Line[],
  { line, end, reading: title }: Headline,
): { kicker: Reading<string> | null; subtitle: Reading<string> | null } {
  if (line < 0 || !title) return { kicker: null, subtitle: null };
  const own = foldHeadline(title.value);
  const near = (i: number, wanted: RegExp): string | null => {
    const other = lines[i];
    if (!other || other.hidden || other.text.length < 4 || other.text.length > 80) return null;
    const text = headlineOf(other.text);
    if (own.includes(foldHeadline(text)) || NO_HEADLINE.test(text) || labelAlone(other.text)) return null;
    if (labelledValues(other.text).length || datesIn(text).length || SECTION.test(text)) return null;
    if ([other.element, other.element.parentElement].some((at) => wanted.test(namesOf(at)))) return text;
    // 方正's digital newspapers: 引题, 标题 and 副题 are rows of one element.
    const paper = other.element.closest('founder-title');
    if (paper?.contains(lines[line]!.element)) return text;
    const { heading } = holderOf(other.element);
    const ownHeading = holderOf(lines[line]!.element).heading;
    const smaller = heading && ownHeading && (heading === ownHeading || heading.tagName > ownHeading.tagName);
    const beside = smaller && (heading === ownHeading || heading.parentElement === ownHeading.parentElement);
    return beside && text.length >= 8 && !/[。：:]$/.test(text) && !other.element.closest('a[href]')
      ? text
      : null;
  };
  const dash = lines[end] && DASH.test(lines[end].text) && lines[end].text.length < 60;
  const subtitle = dash ? headlineOf(lines[end]!.text) : near(end, SUBTITLE_CLASS);
  return {
    kicker: reading(near(line - 1, KICKER_CLASS), 'heading', 0.7),
    subtitle: reading(subtitle, 'heading', 0.7),
  };
}
