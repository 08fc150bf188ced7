import { datesIn } from '../../chinese/dates.ts';
import { ORGAN_END } from '../../chinese/organisations.ts';
import type { LabelledValues } from '../metadata/labelled.ts';
import { HEADER_FIELDS } from '../metadata/labelTable.ts';
import type { Line } from '../metadata/line.ts';
import type { LinkedData } from '../page/jsonLd.ts';
import { EDGE } from '../page/lines.ts';
import type { Meta } from '../page/meta.ts';
import { foldHeadline, headlineOf, isBody, withoutSiteName } from './headlineText.ts';

/** The lines that the headline fills, from `line` to before `end`; −1 and 0 where it has none of its own. */
export type HeadlineLines = { line: number; end: number };

/** The line that looks most like the headline; `isClear` says that several signs agree. */
export type NamedHeadline = HeadlineLines & { text: string; isClear: boolean };

/** A 副题 stands behind a dash. */
export const DASH = /^(——|--|―|—)\s*\S/;

/** Words of a heading that name a place of the site and no article. */
export const NO_HEADLINE =
  /^(首页|正文|新闻$|资讯$|政务公开$|当前位置|您的?位置|您所在|您现在|现在位置|热门|相关|分享|评论|导航|网站地图|登录|注册|搜索|上一篇|下一篇|扫一扫|版权|主办|友情链接|本页|索引号|信息索引)/;
/** Class names and ids that sites give to a headline. */
const TITLE_CLASS =
  /title|headline|biaoti|topic|(?:^|[\s_-])(?:bt|tit|btitle|arti_?tit|ntit|h-?tit)(?:[\s_-]|\d|$)/i;
/** Ancestors that hold links and no article. */
const ELSEWHERE =
  /(?:^|[\s_-])(?:nav|menu|crumb|breadcrumb|sidebar|footer|hot|rank|recommend|related|comment)/i;

/** A line, or some together, that can be the headline. */
type Candidate = {
  text: string;
  folded: string;
  /** From `line` to before `end`. */
  line: number;
  end: number;
  /** 1 to 6 for a heading of that level, 0 for a plain line. */
  level: number;
  /** In an element that its class or id calls a title. */
  classed: boolean;
};

/** What a page calls an element: its class and its id. */
export const namesOf = (at: Element | null): string =>
  at?.hasAttributes() ? `${at.getAttribute('class') ?? ''} ${at.getAttribute('id') ?? ''}` : '';

/** The heading or the element of a telling class that a line stands in; at most four steps up. */
export function holderOf(
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
const isBesideHeadline = (line: Line): boolean =>
  line.dates.length > 0 || line.beginsWithLabel || line.element.closest('small') !== null;

const ENDS_WITH_ORGAN = new RegExp(`${ORGAN_END}$`);
/** 系列发布会（第9场）： and more, 青山市人民政府办公室 and 关于……的通知: two lines of one headline. */
const isBegun = (line: string, next: string): boolean =>
  ':：'.includes(line.at(-1) ?? '-') || (/^(?:关于|印发|转发)/.test(next) && ENDS_WITH_ORGAN.test(line));

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
    if (NO_HEADLINE.test(text) || line.alone || DASH.test(line.text)) return;
    // 发文机关 | 青山市人民政府办公室: the page's title begins with it.
    const above = i > 0 ? lines[i - 1]!.alone : null;
    if (above && HEADER_FIELDS.has(above.field)) return;
    const own = foldHeadline(text);
    // Neither line is a headline alone.
    const within = (other: Line | undefined) =>
      !!other && (heading ? heading.contains(other.element) : other.element === line.element);
    const isPart =
      (within(lines[i + 1]) && isBegun(text, lines[i + 1]!.text)) ||
      (within(lines[i - 1]) && isBegun(lines[i - 1]!.text, text));
    if (!isPart) candidates.push({ text, folded: own, line: i, end: i + 1, level, classed });
    // A headline broken into lines: those of one heading, or those that the page's title has in one.
    const parts = [text];
    const begins = folded.startsWith(own);
    const isMore = (next: Line) =>
      (heading && heading !== inside && heading.contains(next.element) && !isBesideHeadline(next)) ||
      (next.element === line.element && parts.length === 1 && isBegun(text, next.text)) ||
      (begins &&
        (next.element === line.element || !DASH.test(next.text)) &&
        next.text.length < 80 &&
        folded.startsWith(foldHeadline(parts.join('') + headlineOf(next.text))));
    while (parts.length < 4 && lines[i + parts.length] && isMore(lines[i + parts.length]!))
      parts.push(headlineOf(lines[i + parts.length]!.text));
    inside = heading;
    if (parts.length === 1) return;
    // 青山区启动内河<br>清淤 is one; two clauses have a blank between them, unless the page's title has none.
    const gap = page.includes(parts.join('')) ? '' : ' ';
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

/** The name of a body and no more. */
const ORGAN = new RegExp(`^\\p{Script=Han}{2,14}${ORGAN_END}$`, 'u');
/** What a column is called, and no news; 招聘公告 and the like are headlines. */
const COLUMN = /^.{2,4}(?:要闻|动态|新闻|资讯|信息)$/;

/** Points for a plain line, an h1, an h2 … */
const LEVEL_POINTS = [0, 3, 2, 1.5, 1, 1, 0.5];

/** 3 where a date or a labelled source stands right below, 2 and 1 where one or more lines are between, else 0. */
function metadataBelow(lines: Line[], end: number): number {
  for (let i = end; i < Math.min(end + 4, lines.length); i++) {
    const line = lines[i]!;
    if (line.text.length > 160) return 0;
    const isLabelled = line.labelled.values.some(({ field }) =>
      /^(source|publishedAt|authors|updatedAt)$/.test(field),
    );
    if (isLabelled || line.dates[0]) return Math.max(1, 3 - (i - end));
  }
  return 0;
}

/** What the page's head calls the article, folded: each name may be cut or carry the site's. */
type Names = { page: string; withoutSite: string; exact: string[]; site: string | null; lines: Line[] };

/** Points for a candidate, and when it has them. */
type Sign = readonly [points: number, holds: (candidate: Candidate, names: Names) => boolean];

const isLong = ({ folded, level }: Candidate) => folded.length >= 8 || level === 1;
const isNamed = ({ folded }: Candidate, { exact, withoutSite }: Names) =>
  exact.includes(folded) || (folded !== '' && withoutSite === folded);
const opensPageTitle = ({ folded }: Candidate, { page }: Names) => page.startsWith(folded);

/** How the head of the page names the candidate: the first sign that holds counts, and no other. */
const NAMED: readonly Sign[] = [
  [6, (candidate, names) => isNamed(candidate, names) && isLong(candidate)],
  [3, isNamed],
  // A plain line that is the lesser part of the page's title is a body's name, as under a document.
  [
    5,
    (candidate, names) =>
      opensPageTitle(candidate, names) &&
      isLong(candidate) &&
      (candidate.level > 0 || candidate.classed || candidate.folded.length * 2 >= names.withoutSite.length),
  ],
  [1, opensPageTitle],
  // 青山日报数字报-预警跑在山洪前: the shorter one where the page's title ends in it.
  [4, ({ folded }, { page }) => folded.length >= (page.endsWith(folded) ? 6 : 8) && page.includes(folded)],
  // 青山市水务局关于……的通知, where the page's title leaves the body's name out.
  [
    4,
    ({ folded }, { withoutSite }) =>
      withoutSite.length >= 8 &&
      folded.endsWith(withoutSite) &&
      /^\p{Script=Han}{2,24}$/u.test(folded.slice(0, -withoutSite.length)),
  ],
  // Cut short at a quotation mark or a number of signs; a plain line that only begins alike is the body's, but for
  // one right above the metadata.
  [
    4,
    ({ level, classed, text, folded, end }, { exact, withoutSite, lines }) =>
      (level > 0 || classed || /["“”「]/.test(text) || metadataBelow(lines, end) === 3) &&
      [...exact, withoutSite.replace(/[.…]+$/, '')].some((cut) => cut.length >= 6 && folded.startsWith(cut)),
  ],
];

/** 方正's digital newspapers set the headline into an element of its own. */
function fillsFounderTitle({ folded, line }: Candidate, { lines }: Names): boolean {
  const paper = lines[line]!.element.closest('founder-title');
  return paper !== null && foldHeadline(paper.textContent ?? '') === folded;
}

const SIGNS: readonly Sign[] = [
  [1, ({ folded, end }, { lines }) => folded.length >= 10 && metadataBelow(lines, end) > 0],
  [-1.5, ({ folded }) => folded.length < 6],
  // <h1>政务要闻</h1>, above the headline and in the page's title.
  [-4, ({ folded }) => COLUMN.test(folded)],
  [-1.5, ({ line }, { lines }) => !!lines[line]!.hidden],
  [-6, ({ folded }, { site }) => site !== null && folded === site],
  // 青山县人民政府 - 县政新闻: the page's title names the site first, and a signature repeats it.
  [-4, ({ level, folded }) => level === 0 && ORGAN.test(folded)],
  // <h1>青山区人民检察院</h1>, which is all that the page's title says, too.
  [-7, ({ level, folded }, { page }) => level > 0 && isBody(folded) && page.startsWith(folded)],
  [-3, ({ text }) => text.length < 30 && datesIn(text).length > 0],
];

/** An element, or the one around it, that its class calls a place for links. */
const isElsewhere = ({ element }: Line): boolean => {
  const classOf = (at: Element | null) => at?.getAttribute('class') ?? '';
  return ELSEWHERE.test(`${classOf(element)} ${classOf(element.parentElement)}`);
};

function pointsOf(candidate: Candidate, names: Names): number {
  const line = names.lines[candidate.line]!;
  let points = LEVEL_POINTS[candidate.level]! + (candidate.classed ? 1 : 0);
  points += NAMED.find(([, holds]) => holds(candidate, names))?.[0] ?? 0;
  if (fillsFounderTitle(candidate, names)) points += 4;
  // Most lines of a page: the other signs are not looked for.
  if (points < 0.5) return 0;
  points += metadataBelow(names.lines, candidate.end);
  for (const [worth, holds] of SIGNS) if (holds(candidate, names)) points += worth;
  if (points >= 3 && line.element.closest('a[href]')) points -= 2;
  if (isElsewhere(line)) points -= 1.5;
  // Of two that are equal otherwise the longer one is meant.
  return points + Math.min(candidate.folded.length, 60) / 200;
}

/** The 标题 of a document's header. */
export function titleInHeader(header: LabelledValues): string | null {
  const title = header.hasHeader ? header.all('title')[0]?.value : null;
  return title ? headlineOf(title) : null;
}

/** `ArticleTitle` of 政府网站发展指引, on whatever page. */
export const articleTitle = (meta: Meta): string | null =>
  meta.standard('ArticleTitle') ?? meta.any('ArticleTitle');
export const ogTitle = (meta: Meta): string | null => meta.any('og:title', 'twitter:title');

/** A heading that the head of the page does not name must have metadata below it; an h1 may do without. */
const leastPoints = ({ level }: Candidate) => (level === 1 ? 3 : 3.4);
/** As many come from several signs. */
const CLEAR = 5;

/** The line that looks most like the headline; null where none looks enough like one. */
export function findHeadline(
  lines: Line[],
  head: { title: string; meta: Meta; linked: LinkedData; siteName: string | null; header: LabelledValues },
): NamedHeadline | null {
  const { title, meta, linked, siteName, header } = head;
  const exact = [articleTitle(meta), ogTitle(meta), linked.headline, titleInHeader(header)];
  const names: Names = {
    page: foldHeadline(title),
    withoutSite: foldHeadline(withoutSiteName(title, siteName)),
    exact: exact
      .filter((name) => name !== null)
      .map(foldHeadline)
      .filter((name) => name.length >= 4),
    site: siteName ? foldHeadline(siteName) : null,
    lines,
  };
  let best: Candidate | null = null;
  let most = 0;
  for (const candidate of candidatesOf(lines, title)) {
    const points = pointsOf(candidate, names);
    if (points > most) [best, most] = [candidate, points];
  }
  if (!best || most < leastPoints(best)) return null;
  return { text: best.text, line: best.line, end: best.end, isClear: most >= CLEAR };
}

/** The lines of a title: those of the headline where it is the title, else the line that says the same. */
export function linesOfTitle(
  lines: Line[],
  title: string | null,
  headline: NamedHeadline | null,
): HeadlineLines {
  if (headline && headline.text === title) return { line: headline.line, end: headline.end };
  const folded = title === null ? null : foldHeadline(title);
  const line =
    folded === null ? -1 : lines.findIndex(({ text }) => text.length < 200 && foldHeadline(text) === folded);
  return { line, end: line + 1 };
}

/** 各单位： · 一段正文。 */
const isBodyLine = ({ text }: Line): boolean =>
  /^.{2,60}[:：]$/.test(text) || (text.length >= 24 && text.includes('。'));

/** A plain line that stands right above the first paragraph, which has no metadata between. */
export function lineAboveBody(lines: Line[]): string | null {
  const at = lines.findIndex(
    (line, i) =>
      i > 0 &&
      line.text.length >= 24 &&
      line.text.includes('。') &&
      !line.hidden &&
      !line.element.closest('a') &&
      isHeadlike(lines[isBodyLine(lines[i - 1]!) ? i - 2 : i - 1]),
  );
  const line = lines[at - (at > 0 && isBodyLine(lines[at - 1]!) ? 2 : 1)];
  return line ? headlineOf(line.text) : null;
}

function isHeadlike(line: Line | undefined): boolean {
  if (!line || line.hidden) return false;
  const text = headlineOf(line.text);
  const isWords = text.length >= 8 && text.length <= 60 && !/[。；，:：]$/.test(text);
  return isWords && !NO_HEADLINE.test(text) && !isBesideHeadline(line) && !line.element.closest('a');
}

/** True for a name that a menu or the path of columns on the page has, too: the page's title is a column's. */
export const namesPlace = (lines: Line[], name: string): boolean =>
  lines.some(
    ({ text, element }) =>
      (text === name && element.closest('a') !== null) ||
      (text.length < 120 && text !== name && text.split(/[\t>»›|＞]+/).some((part) => part.trim() === name)),
  );

/** A sentence of a body, above which the headline stands. */
const isSentence = ({ text }: Line): boolean => text.length >= 40 && text.includes('。');

/** A plain line right above the metadata: the headline of a page whose head and headings name none. */
export const lineAboveMetadata = (lines: Line[]): string | null =>
  lines
    .slice(0, lines.findIndex(isSentence) >>> 0)
    .find(
      (line, i) =>
        line.text.length >= 8 &&
        !line.text.includes(EDGE) &&
        !line.hidden &&
        !DASH.test(line.text) &&
        metadataBelow(lines, DASH.test(lines[i + 1]?.text ?? '') ? i + 2 : i + 1) === 3 &&
        !NO_HEADLINE.test(line.text) &&
        !isBesideHeadline(line) &&
        !line.element.closest('a'),
    )?.text ?? null;
