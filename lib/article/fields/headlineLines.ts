import { isDocumentNumber } from '../../chinese/documentNumbers.ts';
import { isCutShort } from '../../chinese/phrases.ts';
import { valueBeside } from '../metadata/cells.ts';
import type { LabelledValues } from '../metadata/labelled.ts';
import type { Line } from '../metadata/line.ts';
import type { LinkedData } from '../page/jsonLd.ts';
import { EDGE, squeeze } from '../page/lines.ts';
import type { Meta } from '../page/meta.ts';
import { type Candidate, candidatesOf, DASH, isBesideHeadline, NO_HEADLINE } from './headlineCandidates.ts';
import { metadataBelow, type Names, pointsOf } from './headlineSigns.ts';
import { foldHeadline, headlineOf, withoutSiteName } from './headlineText.ts';

/** The lines that the headline fills, from `line` to before `end`; −1 and 0 where it has none of its own. */
export type HeadlineLines = { line: number; end: number };

/** The line that looks most like the headline; `isClear` says that several signs agree. */
export type NamedHeadline = HeadlineLines & { text: string; isClear: boolean };

/** The 标题 of a document's header. */
export function titleInHeader(header: LabelledValues): string | null {
  const title = header.hasHeader ? header.all('title')[0]?.value : null;
  return title ? headlineOf(title) : null;
}

/** `ArticleTitle` of 政府网站发展指引, on whatever page. */
export const articleTitle = (meta: Meta): string | null =>
  meta.standard('ArticleTitle') ?? meta.any('ArticleTitle');
export const ogTitle = (meta: Meta): string | null => meta.any('og:title', 'twitter:title');

/**
 * The points that a candidate needs. A heading that the page's head does not name needs metadata below it; an h1 does
 * not.
 */
const leastPoints = ({ level }: Candidate) => (level === 1 ? 3 : 3.4);
/** Only several signs together give so many points. */
const CLEAR = 5;

/** The line that looks most like the headline; null where no line has enough points. */
export function findHeadline(
  lines: Line[],
  head: { title: string; meta: Meta; linked: LinkedData; siteName: string | null; header: LabelledValues },
): NamedHeadline | null {
  const { title, meta, linked, siteName, header } = head;
  const named = [articleTitle(meta), ogTitle(meta), linked.headline, titleInHeader(header)].filter(
    (name) => name !== null,
  );
  const names: Names = {
    page: foldHeadline(title),
    withoutSite: foldHeadline(withoutSiteName(title, siteName)),
    exact: named.map(foldHeadline).filter((name) => name.length >= 4),
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
  const { line, end } = best;
  return { text: withoutBadge(best.text, lines[line]!, named), line, end, isClear: most >= CLEAR };
}

/** Removes a word in an element of its own before a headline that the page's head names: <em>便民</em>七条内河清淤. */
const withoutBadge = (text: string, line: Line, named: string[]): string =>
  named.find((name) => line.text.endsWith(EDGE + name) && text.endsWith(name)) ?? text;

/** The lines of a title: those of the headline if it is the title, else the line with the same words. */
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

/** 各单位： · 青政发〔2024〕12号 · 何苗 / 文 方宁 / 图 · 一段正文。 */
const isBodyLine = ({ text }: Line): boolean =>
  /^.{2,60}[:：]$/.test(text) ||
  (text.length < 60 && /[/／]\s?[文图摄]|(?:记者|通讯员|作者)\s/.test(text)) ||
  isDocumentNumber(squeeze(text)) ||
  (text.length >= 24 && text.includes('。'));

/** A plain line directly above the first paragraph, with no metadata between. */
export function lineAboveBody(lines: Line[]): string | null {
  /** The lines that may stand between headline and first sentence: the addressees and the document's number. */
  const above = (i: number) => lines.slice(Math.max(0, i - 3), i).findLast((line) => !isBodyLine(line));
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

/** Whether a menu or the path of columns on the page has a name too. The page's title then names a column. */
export const namesPlace = (lines: Line[], name: string): boolean =>
  lines.some(
    ({ text, element }) =>
      (text === name && element.closest('a') !== null) ||
      (text.length < 120 && text !== name && text.split(/[\t>»›|＞]+/).some((part) => part.trim() === name)),
  );

/** Whether a line is a sentence of the body, which stands below the headline. */
const isSentence = ({ text }: Line): boolean => text.length >= 40 && text.includes('。');

/** A short headline of a notice: 停水通知. */
const SHORT_NOTICE = /^[一-鿿]{2,5}(?:通[知告]|公[告示]|启事|预报|信号)$/;

/** Whether a line has a labelled day and a labelled source, which only an article has. */
const hasLabels = (line: Line | undefined): boolean =>
  ['publishedAt', 'source'].every((field) => line?.labelled.values.some((one) => one.field === field));

/** 信件标题 in a cell, and the words beside it. */
export function titleOfLetter(lines: Line[]): string | null {
  const at = lines.findIndex(({ text }) =>
    /^(?:信件|[来來]信|留言)(?:标题|標題|主题|主題)[:：]?$/.test(text),
  );
  return at < 0 ? null : valueBeside(lines, at);
}

/** A plain line right above the metadata: the headline of a page whose head and headings name none. */
export const lineAboveMetadata = (lines: Line[]): string | null =>
  lines
    .slice(0, lines.findIndex(isSentence) >>> 0)
    .find(
      (line, i) =>
        (line.text.length >= 8 ||
          SHORT_NOTICE.test(line.text) ||
          (line.text.length >= 4 && hasLabels(lines[i + 1]))) &&
        !line.text.includes(EDGE) &&
        !line.hidden &&
        !DASH.test(line.text) &&
        metadataBelow(lines, DASH.test(lines[i + 1]?.text ?? '') ? i + 2 : i + 1) === 3 &&
        !NO_HEADLINE.test(line.text) &&
        !isBesideHeadline(line) &&
        !line.element.closest('a'),
    )?.text ?? null;

/** The same, but only where the metadata has labels, because items of a list have bare days or teasers. */
export function lineAboveLabels(lines: Line[]): string | null {
  const text = lineAboveMetadata(lines);
  const below = lines[lines.findIndex((line) => line.text === text) + 1];
  return text && text.length <= 60 && !isCutShort(text) && below?.labelled.values.length ? text : null;
}
