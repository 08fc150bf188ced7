import { isDocumentNumber } from '../../chinese/documentNumbers.ts';
import { isCutShort } from '../../chinese/phrases.ts';
import { valueBeside } from '../metadata/cells.ts';
import type { LabelledValues } from '../metadata/labelled.ts';
import type { Line } from '../metadata/line.ts';
import type { LinkedData } from '../page/jsonLd.ts';
import { EDGE, squeeze } from '../page/lines.ts';
import type { Meta } from '../page/meta.ts';
import { type Candidate, candidatesOf, DASH, isBesideHeadline, NO_HEADLINE } from './headlineCandidates.ts';
import { hasLabels, metadataBelow, type Names, pointsOf } from './headlineSigns.ts';
import { foldHeadline, headlineOf, withoutSiteName } from './headlineText.ts';

/**
 * The lines that the headline fills: `line` is the first, `end` the one after the last. −1 and 0 where no line of the
 * page has only the headline.
 */
export type HeadlineLines = { line: number; end: number };

/**
 * The line that looks most like the headline. `isClear`: its score is at least `CLEAR`, so that it counts as certain.
 */
export type NamedHeadline = HeadlineLines & { text: string; isClear: boolean };

/** The title (标题) in the header of a document. */
export function titleInHeader(header: LabelledValues): string | null {
  const title = header.hasHeader ? header.all('title')[0]?.value : null;
  return title ? headlineOf(title) : null;
}

/**
 * The tag `ArticleTitle` of the government web-site guidelines (政府网站发展指引), even on a page without the other tags of
 * that set.
 */
export const articleTitle = (meta: Meta): string | null =>
  meta.standard('ArticleTitle') ?? meta.any('ArticleTitle');
export const ogTitle = (meta: Meta): string | null => meta.any('og:title', 'twitter:title');

/**
 * The least score that makes a candidate the headline. An h1 has 3 points by itself. Any other line needs a further
 * sign, such as its words in the page's `<head>` or metadata below it.
 */
const leastPoints = ({ level }: Candidate) => (level === 1 ? 3 : 3.4);
/**
 * The score from which a headline counts as certain. Only one sign gives so many points by itself: the same words in
 * the page's `<head>`.
 */
const CLEAR = 5;

/** Finds the line that looks most like the headline. Null where no line has enough points. */
export function findHeadline(
  lines: Line[],
  head: { title: string; meta: Meta; linked: LinkedData; siteName: string | null; header: LabelledValues },
): NamedHeadline | null {
  const { title, meta, linked, siteName, header } = head;
  const named = [articleTitle(meta), ogTitle(meta), linked.headline, titleInHeader(header)].filter(
    (name) => name !== null,
  );
  const withoutSite = foldHeadline(withoutSiteName(title, siteName));
  const exact = named.map(foldHeadline).filter((name) => name.length >= 4);
  const names: Names = {
    page: foldHeadline(title),
    withoutSite,
    exact,
    beginnings: [...exact, withoutSite.replace(/[.…]+$/, '')].filter((name) => name.length >= 6),
    site: siteName ? foldHeadline(siteName) : null,
    lines,
  };
  let best: Candidate | null = null;
  let most = 0;
  for (const candidate of candidatesOf(lines, title, named)) {
    const points = pointsOf(candidate, names);
    if (points > most) [best, most] = [candidate, points];
  }
  if (!best || most < leastPoints(best)) return null;
  const { line, end } = best;
  return { text: withoutBadge(best.text, lines[line]!, named), line, end, isClear: most >= CLEAR };
}

/**
 * Removes a word before the headline if it is in its own element and the page's `<head>` names the headline without it:
 * <em>便民</em>七条内河清淤 (services, seven rivers dredged).
 */
const withoutBadge = (text: string, line: Line, named: string[]): string =>
  named.find((name) => line.text.endsWith(EDGE + name) && text.endsWith(name)) ?? text;

/**
 * Finds the lines that show a title: the headline's lines if they have the same words, else another line with these
 * words.
 */
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

/**
 * Whether a line is no headline, because it belongs to the article's text or to the metadata: 各单位： (to all offices) ·
 * 青政发〔2024〕12号 (a document number) · 何苗 / 文 方宁 / 图 (text and pictures by) · 一段正文。 (a sentence) · 发布者：水务局 浏览次数：12
 * (labels with values) · 青山网 二〇二三年二月二日 (a site and a day). A subtitle is no headline either; it begins with a dash:
 * ——七条内河两岸见闻.
 */
const isBodyLine = ({ text, labelled }: Line): boolean =>
  labelled.values.length > 0 ||
  DASH.test(text) ||
  /^.{2,60}[:：]$|\d:\d\d$|(?:^|\s)\S{4}年\S+日$/.test(text) ||
  (text.length < 60 && /[/／]\s?[文图摄]|(?:记者|通讯员|作者)\s/.test(text)) ||
  isDocumentNumber(squeeze(text)) ||
  (text.length >= 24 && text.includes('。'));

/**
 * Returns the line above the first paragraph, if it can be a headline. Metadata, the addressees or a subtitle may be
 * between them.
 */
export function lineAboveBody(lines: Line[]): string | null {
  /**
   * Finds the line that may be the headline above line `i`. Skips metadata, addressees and the like between the
   * headline and the first paragraph. Prefers a heading (`h1`, `h2`), because a subtitle and a caption may follow it.
   */
  const above = (i: number) =>
    lines.slice(Math.max(0, i - 4), i).findLast(({ element }) => element.closest('h1,h2')) ??
    lines.slice(Math.max(0, i - 3), i).findLast((line) => !isBodyLine(line));
  const at = lines.findIndex(
    (line, i) =>
      i > 0 &&
      line.text.length >= 24 &&
      line.text.includes('。') &&
      !line.hidden &&
      !line.element.closest('a') &&
      isHeadlike(above(i)),
  );
  const line = at < 0 ? null : above(at);
  return line ? headlineOf(line.text) : null;
}

function isHeadlike(line: Line | undefined): boolean {
  if (!line || line.hidden) return false;
  const text = headlineOf(line.text);
  const isWords = text.length >= 8 && text.length <= 60 && !/[。；，:：]$/.test(text);
  return isWords && !NO_HEADLINE.test(text) && !isBesideHeadline(line) && !line.element.closest('a');
}

/**
 * Whether a menu or the breadcrumb also contains a name. The page's `<title>` then names a section of the site and no
 * article.
 */
export const namesPlace = (lines: Line[], name: string): boolean =>
  lines.some(
    ({ text, element }) =>
      (text === name && element.closest('a') !== null) ||
      (text.length < 120 && text !== name && text.split(/[\t>»›|＞]+/).some((part) => part.trim() === name)),
  );

/** Whether a line is a sentence of the article's text. The headline must be above it. */
const isSentence = ({ text }: Line): boolean => text.length >= 40 && text.includes('。');

/** A short headline of a notice: 停水通知 (notice of a water cut). */
const SHORT_NOTICE = /^[一-鿿]{2,5}(?:通[知告]|公[告示]|启事|预报|信号)$/;

/** The title of a letter: the words beside a cell with 信件标题 (title of the letter) or 标题 (title). */
export function titleOfLetter(lines: Line[]): string | null {
  const at = lines.findIndex(({ text }) =>
    /^(?:(?:信件|[来來]信|留言)(?:主题|主題|标题|標題)|标题|標題)[:：]?$/.test(text),
  );
  const title = at < 0 ? null : valueBeside(lines, at);
  // A shorter text beside 标题 is the head of the next table column: 标题 | 部门 | 时间 (title, office, time).
  return title && title.length >= 5 ? title : null;
}

/**
 * The line directly above the metadata, if it is plain text. This is the headline if neither the page's `<head>` nor a
 * heading names one.
 */
export const lineAboveMetadata = (lines: Line[]): string | null =>
  lines.slice(0, lines.findIndex(isSentence) >>> 0).find(
    (line, i) =>
      (line.text.length >= 8 ||
        SHORT_NOTICE.test(line.text) ||
        (line.text.length >= 4 && hasLabels(lines[i + 1]))) &&
      !line.text.includes(EDGE) &&
      !line.hidden &&
      !isBodyLine(line) &&
      metadataBelow(lines, DASH.test(lines[i + 1]?.text ?? '') ? i + 2 : i + 1) === 3 &&
      !NO_HEADLINE.test(line.text) &&
      !isBesideHeadline(line) &&
      !line.element.closest('a') &&
      // The name of a section is above an item of a list: 水务公告 (water notices), then · 城东泵站检修 2023-02-02.
      !/^[·•●■]/.test(lines[i + 1]!.text),
  )?.text ?? null;

/**
 * The line directly above the metadata, but only if the metadata has labels. Days without labels, and teasers, may
 * belong to items of a list.
 */
export function lineAboveLabels(lines: Line[]): string | null {
  const text = lineAboveMetadata(lines);
  const below = lines[lines.findIndex((line) => line.text === text) + 1];
  return text && text.length <= 60 && !isCutShort(text) && below?.labelled.values.length ? text : null;
}
