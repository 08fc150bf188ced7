import { datesIn } from '../../chinese/dates.ts';
import { isDocumentNumber } from '../../chinese/documentNumbers.ts';
import { ORGAN_END } from '../../chinese/organisations.ts';
import { inUnits } from '../../chinese/patterns.ts';
import { isBreadcrumb, letterLabel } from '../../chinese/phrases.ts';
import type { Line } from '../metadata/line.ts';
import { squeeze } from '../page/lines.ts';
import { type Candidate, holderOf, KIND_OF_DOCUMENT, namesOf } from './headlineCandidates.ts';
import { foldHeadline, isBody } from './headlineText.ts';

/** Class names and ids of elements that contain links and no article, such as menus. */
const ELSEWHERE =
  /(?:^|[\s_-])(?:nav|menu|crumb|breadcrumb|sidebar|footer|hot|rank|recommend|related|comment)/i;

/** A line that consists of the name of an organisation. */
const ORGAN = inUnits(new RegExp(`^\\p{Script=Han}{2,14}${ORGAN_END}$`, 'u'));
/** Chinese characters only, as in the name of an organisation: 青山市水务局. */
const HAN_ALONE = inUnits(/^\p{Script=Han}{2,24}$/u);
/**
 * The name of a section of the site, which is no headline: 政务要闻 (government news), 水务动态 (water news). Does not match
 * 招聘公告 (vacancy notice) and the like, which can be headlines.
 */
export const COLUMN = /^.{2,4}(?:要闻|动态|新闻|资讯|信息)$/;

/** Points by heading level: first for a plain line, then for h1, h2 and so on. */
const LEVEL_POINTS = [0, 3, 2, 1.5, 1, 1, 0.5];

const LIST = 'table, dl, ul';
/** The list of labels and values, such as a document's header, that begins at a line. */
const listFrom = (lines: Line[], i: number): Element | null => {
  const list = lines[i]?.element.closest(LIST) ?? null;
  return list === lines[i - 1]?.element.closest(LIST) ? null : list;
};

/** Whether a line has a labelled day and a labelled source. Only articles have such lines. */
export const hasLabels = (line: Line | undefined): boolean =>
  ['publishedAt', 'source'].every((field) => line?.labelled.values.some((one) => one.field === field));

/**
 * Returns points for metadata below a candidate. 3 if a date or a labelled source, author or time follows directly; 2
 * or 1 if other lines are between, or cells of one table; 1 if the document's number follows; else 0.
 */
export function metadataBelow(lines: Line[], end: number): number {
  const list = listFrom(lines, end);
  for (let i = end; i < Math.min(end + 12, lines.length); i++) {
    const line = lines[i]!;
    if (line.text.length > 160 || (i >= end + 4 && !list?.contains(line.element))) return 0;
    const isLabelled = line.labelled.values.some(({ field }) =>
      /^(source|publishedAt|authors|updatedAt)$/.test(field),
    );
    // The first label of a table counts like a date: 发布单位 (issued by) | 青山区气象台.
    const isTable =
      i === end && list && line.alone && /^(?:source|publishedAt|issuer)$/.test(line.alone.field);
    if (isLabelled || isTable || line.dates[0]) return Math.max(1, 3 - (i - end));
    // The number of a document directly follows the document's title.
    if (i === end && isDocumentNumber(squeeze(line.text))) return 1;
  }
  return 0;
}

/**
 * The names that the page's `<head>` gives to the article, folded by `foldHeadline`. Each may be cut short, or contain
 * the site's name too.
 */
export type Names = {
  page: string;
  withoutSite: string;
  exact: string[];
  /** What a cut headline begins with: the names in `exact`, and `withoutSite` without dots at its end. */
  beginnings: string[];
  site: string | null;
  lines: Line[];
};

/** A sign that a candidate is the headline, or is not: the points for it (may be negative), and the test. */
type Sign = readonly [points: number, holds: (candidate: Candidate, names: Names) => boolean];

const isLong = ({ folded, level }: Candidate) => folded.length >= 8 || level === 1;
const isNamed = ({ folded }: Candidate, { exact, withoutSite }: Names) =>
  exact.includes(folded) || (folded !== '' && withoutSite === folded);
const opensPageTitle = ({ folded }: Candidate, { page }: Names) => page.startsWith(folded);

/** Signs that the page's `<head>` names the candidate. Only the first sign that applies gives points. */
const NAMED: readonly Sign[] = [
  [6, (candidate, names) => isNamed(candidate, names) && isLong(candidate)],
  [3, isNamed],
  // The page's `<title>` begins with the candidate. A plain line must also be at least half of that title. A shorter
  // one is the name of an organisation, which also occurs at the foot of a document.
  [
    5,
    (candidate, names) =>
      opensPageTitle(candidate, names) &&
      isLong(candidate) &&
      (candidate.level > 0 || candidate.classed || candidate.folded.length * 2 >= names.withoutSite.length),
  ],
  [1, opensPageTitle],
  // At the end of the page's `<title>`, a candidate may be shorter than elsewhere: 青山日报数字报-预警跑在山洪前 (Qingshan Daily
  // online - Warning outruns the flood).
  [
    4,
    ({ folded, level }, { page }) =>
      folded.length >= (page.endsWith(folded) ? (level === 1 ? 4 : 6) : 8) && page.includes(folded),
  ],
  // The page's `<title>` omits the organisation in 青山市水务局关于……的通知 (notice of the Qingshan Water Bureau on …).
  [
    4,
    ({ folded }, { withoutSite }) =>
      withoutSite.length >= 8 &&
      folded.endsWith(withoutSite) &&
      HAN_ALONE.test(folded.slice(0, -withoutSite.length)),
  ],
  // The page's `<title>` cuts the candidate at a quotation mark or after some characters. If the candidate is a plain
  // line, it may be a paragraph with the same beginning, so it counts only directly above the metadata.
  [
    4,
    ({ level, classed, text, folded, end }, { beginnings, lines }) =>
      beginnings.some((cut) => folded.startsWith(cut)) &&
      (level > 0 || classed || /["“”「]/.test(text) || metadataBelow(lines, end) === 3),
  ],
];

/**
 * Whether a candidate fills a `<founder-title>`, or the bold row in it. The newspaper software of 方正 (Founder) puts the
 * headline there.
 */
function fillsFounderTitle({ folded, line }: Candidate, { lines }: Names): boolean {
  const { element } = lines[line]!;
  const paper = element.closest('founder-title');
  // Of several rows, the one in bold type is the headline, between kicker and subtitle.
  const isBold = element.closest('strong, b') && foldHeadline(element.textContent ?? '') === folded;
  return paper !== null && (!!isBold || foldHeadline(paper.textContent ?? '') === folded);
}

/**
 * Whether a plain line is the head of a document that the article prints, because the article's own headline and
 * metadata are above it.
 */
function isBelowHeadline({ level, classed, line }: Candidate, { lines }: Names): boolean {
  const at = level || classed ? -1 : lines.slice(Math.max(0, line - 3), line).findLastIndex(hasLabels);
  const above = at < 0 ? undefined : lines[Math.max(0, line - 3) + at - 1];
  return !!above && above.text.length >= 8 && holderOf(above.element).classed;
}

/** The end of a document's title: 关于内河清淤的通知 (notice on dredging). */
const DOCUMENT = new RegExp(`关于.{4,}(?:${KIND_OF_DOCUMENT})$`);

const SIGNS: readonly Sign[] = [
  [1, ({ folded, end }, { lines }) => folded.length >= 10 && metadataBelow(lines, end) > 0],
  [-6, isBelowHeadline],
  // The line below the candidate is the head of a letter: 来信人：何** (letter from)
  [1.5, ({ end }, { lines }) => letterLabel(lines[end]?.text.split(/[:：\t]/, 1)[0] ?? '') !== null],
  // The form of a document's title (GB/T 9704: 标题): 青山区人民政府关于……的通知 (notice of the government of Qingshan on …)
  [2, ({ level, classed, folded }) => (level > 0 || classed) && DOCUMENT.test(folded)],
  [-1.5, ({ folded }) => folded.length < 6],
  // The name of a section in a heading above the headline, which the page's `<title>` also contains: <h1>政务要闻</h1>
  // (government news).
  [-4, ({ folded }) => COLUMN.test(folded)],
  [-1.5, ({ line }, { lines }) => !!lines[line]!.hidden],
  // The name of the site, above the breadcrumb.
  [
    -3,
    ({ level, classed, end }, { lines }) =>
      level === 0 && !classed && lines.slice(end, end + 4).some(({ text }) => isBreadcrumb(text)),
  ],
  [-6, ({ folded }, { site }) => site !== null && folded === site],
  // A plain line that is only the name of an organisation, such as the signature of a document. The page's `<title>`
  // may begin with the same name: 青山县人民政府 - 县政新闻 (Qingshan County - county news).
  [-4, ({ level, folded, line }, { lines }) => (level === 0 || lines[line]!.hidden) && ORGAN.test(folded)],
  // The site's own name, where the page's `<title>` says nothing more, or above menus: <h1>青山区人民检察院</h1> (the
  // procuratorate of Qingshan).
  [
    -7,
    ({ folded, end }, { page, lines }) =>
      isBody(folded) &&
      (page.startsWith(folded) || (page !== '' && folded.startsWith(page)) || !metadataBelow(lines, end)),
  ],
  [
    -3,
    ({ text, level }) => {
      const [date] = text.length < 30 ? datesIn(text) : [];
      // A heading that is hardly more than a name and a date: <h2>青山新闻联播 2023年2月2日</h2> (Qingshan television news)
      return !!date && (level === 0 || text.length - date.length < 8);
    },
  ],
];

/** Whether an element, or the one around it, has the class or id of a part with links, such as a menu. */
const isElsewhere = ({ element }: Line): boolean =>
  ELSEWHERE.test(`${namesOf(element)} ${namesOf(element.parentElement)}`);

/** Returns the points of a candidate. The more points, the more likely the candidate is the headline. */
export function pointsOf(candidate: Candidate, names: Names): number {
  const line = names.lines[candidate.line]!;
  let points = LEVEL_POINTS[candidate.level]! + (candidate.classed ? 1 : 0);
  points += NAMED.find(([, holds]) => holds(candidate, names))?.[0] ?? 0;
  if (fillsFounderTitle(candidate, names)) points += 4;
  // Stops early to save time, because most lines have too few points here.
  if (points < 0.5 || (line.dates.length > 0 && line.isMetadata)) return 0;
  points += metadataBelow(names.lines, candidate.end);
  for (const [worth, holds] of SIGNS) if (holds(candidate, names)) points += worth;
  if (points >= 3 && line.element.closest('a[href]')) points -= 2;
  if (isElsewhere(line)) points -= 1.5;
  // Adds a little for length, so that the longer of two equal candidates wins.
  return points + Math.min(candidate.folded.length, 60) / 200;
}
