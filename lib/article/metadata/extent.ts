import { firstDate } from '../../chinese/dates.ts';
import { isDocumentNumber } from '../../chinese/documentNumbers.ts';
import { inUnits } from '../../chinese/patterns.ts';
import {
  isControl,
  isCredit,
  isCutShort,
  isEdited,
  isOthersHeading,
  isProse,
  isRelated,
  isReporters,
  isRights,
  isTail,
  withoutAppendix,
} from '../../chinese/phrases.ts';
import { ATTACHMENT } from '../page/files.ts';
import { EDGE, squeeze } from '../page/lines.ts';
import { type Line, RuledText } from './line.ts';
import { isCredits, isEditorLine, isHeadLine, isNamesOnly, isNumbers } from './lineKinds.ts';
import { rolesOf } from './roles.ts';

/**
 * Finds where an article begins and ends, in two steps. `extentOnPage` looks at all lines of the page, before the block
 * with the article's text is known. Metadata is read around the lines that it finds, and the title found there helps to
 * find the block. `extentInBody` then looks at the paragraphs of the block, and cuts off what is above and below the
 * article. Both use the kinds of lines in this file and in lineKinds.ts.
 */

/** The index of the line with the headline. −1 where no line has it, or where the headline is shorter than `least`. */
export function headlineAt(lines: readonly { text: string }[], headline: string, least: number): number {
  const title = squeeze(headline);
  return title.length < least ? -1 : lines.findIndex(({ text }) => squeeze(text) === title);
}

/**
 * The line below a document's signature that names other recipients: 抄送：区委各部门 (copies to all departments). The article
 * ends above it.
 */
const COPIES = /^抄[送报][:：]/;
/** How many lines below the headline are searched for the first paragraph. */
const HEAD_LINES = 40;
/** The most lines that may be between two paragraphs of one article. */
const GAP = 16;

const length = (line: Line) => line.text.replace(/\s/g, '').length;

/** Whether a line is a paragraph of running text, unlike menus, labels and captions. */
const isParagraph = (line: Line): boolean => {
  if (line.text.length < 40) return false;
  if (!/[。！？；!?]/.test(line.text)) return length(line) > 90 && !line.text.includes(EDGE);
  const [label] = new RuledText(line.text.slice(0, 40)).labelled.values;
  return !(
    label &&
    ['lead', 'source', 'publishedAt', 'originalTitle'].includes(label.field) &&
    label.value.length > 2
  );
};

/**
 * Whether a line may be the last paragraph of an article: it has at least 24 characters and ends with a full stop,
 * quotation mark or bracket.
 */
const isClosing = (line: Line): boolean =>
  line.text.length >= 24 && /[。！？!?”"）)]$/.test(line.text.trim());

/** Whether an element is a `<p>` or a part of one, and no link. */
const isInText = (element: Element): boolean => element.closest('a, p')?.tagName === 'P';

/** The heading of a text about the site: 免责声明 (disclaimer). The article ends above it. */
const DISCLAIMER = /^(?:免责|版权|法律)声明[:：]?$/;

/**
 * Finds the first and the last paragraph of the article among the lines of a page, from line `from` on. `found` is
 * false if no line is a paragraph; the article is then assumed to begin a few lines below `from`.
 */
export function extentOnPage(lines: Line[], from: number): { first: number; last: number; found: boolean } {
  // The text of a summary is not the article's first paragraph: <dt>摘要：</dt><dd>……</dd> (summary)
  const isLead = (i: number) => i > 0 && lines[i - 1]!.alone?.field === 'lead';
  // If no line has the headline, the search begins at the top of the page, where the menus are. So the search goes one
  // line further down for each link there.
  let menu = 0;
  const isNear = (line: Line, i: number) => {
    if (from === 0 && line.element.closest('a')) menu++;
    return i >= from && i < from + menu + HEAD_LINES;
  };
  const first = lines.findIndex(
    (line, i) => isNear(line, i) && isParagraph(line) && !isCutShort(line.text) && !isLead(i),
  );
  if (first < 0) {
    const below = Math.min(lines.length, from + 12);
    return { first: below, last: below - 1, found: false };
  }
  let last = first;
  let gap = GAP;
  const block = lines[first]!.element.closest('p')?.parentElement?.closest('div, td');
  for (let i = first + 1; i < lines.length && i - last <= gap; i++) {
    const line = lines[i]!;
    // A table within the article may have many cells, each a line. So each cell allows for one more line without a
    // sentence.
    if (block?.contains(line.element.closest('table'))) gap++;
    if (isEditorLine(line) || COPIES.test(line.text) || DISCLAIMER.test(line.text)) break;
    const goesOn = () =>
      lines
        .slice(i + 1, i + 9)
        .some((next) => isInText(next.element) && isParagraph(next) && !isCutShort(next.text));
    if ((isOthersHeading(line.text) && !goesOn()) || COMMENTS.test(line.text)) break;
    if ((isParagraph(line) || isClosing(line)) && !isTail(line.text) && !line.isMetadata)
      [last, gap] = [i, GAP];
  }
  return { first, last, found: true };
}

/** A paragraph of the block that has the article's text. `linked` is the number of its characters in links. */
export type BodyLine = { line: RuledText; linked: number; isCaption?: boolean | undefined };

/**
 * How many lines from `i` on the headline fills; 0 if the headline does not begin at `i`. Two or three lines count only
 * if a document number is below, because a page may repeat the whole head of a document.
 */
function headlineLines(lines: string[], i: number, title: string): number {
  let joined = '';
  for (let count = 1; count <= 3 && i + count <= lines.length; count++) {
    joined += squeeze(lines[i + count - 1]!);
    if (joined === title) return count === 1 || isDocumentNumber(squeeze(lines[i + count] ?? '')) ? count : 0;
    if (!title.startsWith(joined)) break;
  }
  return 0;
}

/**
 * The end of the headline of a printed speech: 在全市防汛会议上的讲话 (speech at the meeting on flood control). The line below
 * such a headline may name the speaker; see `ORATOR`.
 */
const SPEECH = /(?:讲话|致辞|发言|演讲|报告)(?:[（(][^（()）]{1,8}[)）]|摘要|全文|稿)?$/;
/**
 * The line below the headline of a speech that names the speaker, without blanks: 市长李平 (Mayor Li Ping). It belongs to
 * the article's text, so the metadata ends above it.
 */
const ORATOR = inUnits(
  /^[\p{Script=Han}、]{0,24}(?:[记任席理]|(?<![成增])长)(?:同志)?[\p{Script=Han}·]{2,6}$/u,
);

/**
 * The first numbered heading of an article, on a line of its own: 一、义诊 (1. Free consultations), （一）义诊. The metadata
 * ends above it.
 */
const FIRST_HEADING = /^\s*(?:[（(]一[)）]|一、)[^，。：:]{2,24}$/;

/** How many lines below the headline, or below the last metadata found, are searched for more metadata. */
const HEAD = 14;

/** Whether a line is a table row that has no label of metadata. */
const isRow = (line: RuledText | undefined): boolean =>
  !!line?.text.includes('\t') && line.labels.length === 0;

/**
 * The indexes of the article's first line, and of the first line below the headline. Lines between these two are
 * metadata.
 */
function beginOf(lines: RuledText[], title: string): { begin: number; below: number } {
  // The headline may be anywhere above the first sentence. Lines above the headline are no part of the article.
  const texts = lines.map(({ text }) => text);
  const sentence = texts.findIndex(isProse);
  const above = sentence < 0 ? texts : texts.slice(0, sentence);
  const at = title.length < 4 ? -1 : above.findIndex((_, i) => headlineLines(above, i, title) > 0);
  const below = at < 0 ? 0 : at + headlineLines(above, at, title);
  let begin = below;
  for (let i = begin; i < Math.min(lines.length, begin + HEAD); i++) {
    const line = lines[i]!;
    // A row with a label belongs to a table of the article if two rows without labels follow: 决定书文号 (number of the
    // decision) | 青监罚〔2023〕5号.
    if (line.text.includes('\t') && isRow(lines[i + 1]) && isRow(lines[i + 2])) break;
    // 时间：2月9日 (time) followed by 地点：…… (place) is the time of an event in the article, not the article's date.
    if (/^地 ?[点點][:：]./.test(lines[i + 1]?.text ?? '')) break;
    // A time below the first numbered heading (see `FIRST_HEADING`) belongs to the article, too.
    if (FIRST_HEADING.test(line.text)) break;
    const folded = squeeze(line.text);
    if (folded.length < 40 && SPEECH.test(title) && ORATOR.test(folded)) break;
    if (isHeadLine(line, title) || isDocumentNumber(folded)) begin = i + 1;
    // A sentence ends the metadata. So does a short line that ends with 。 or ；, because notices of appointments have
    // such lines close to their date.
    else if (isProse(line.text) || /^.{7,}[。；]$|[电電]题[:：]/.test(folded)) break;
  }
  // If every line looks like metadata, the page is a short notice with its date. In that case no line is removed.
  return begin >= lines.length ? { begin: 0, below: 0 } : { begin, below };
}

/**
 * The heading of the comments, such as 《青山日报》有2条评论 (2 comments). The article ends above this heading, even if the
 * comments are sentences as long as those of an article.
 */
const COMMENTS = /有\s?\d+\s?[条條][評评][论論]$/;
/** Headings of what readers wrote, or of earlier articles. The article never continues below them. */
const READERS = /[评評][论論]$|征集[结結]果|往期/;

/** Returns the index after the last line of the article. */
function endOf(all: RuledText[], begin: number): number {
  const lines = all.map(({ text }) => text);
  let end = lines.length;
  const length = (from: number, to: number) =>
    lines.slice(from, to).reduce((sum, line) => sum + line.length, 0);
  for (let i = begin + 1; i < end; i++) {
    const line = lines[i]!;
    if (!isTail(line) && !isEdited(line) && !isRights(line)) continue;
    // A link between two paragraphs does not end the article: 延伸阅读：…… (further reading)
    if (isRelated(line) && isProse(lines[i + 1] ?? '') && !isTail(lines[i + 1]!)) continue;
    // The article's own text may mention 相关新闻 (related news). Then sentences of the article follow. So this loop
    // compares the length of the sentences below with that of the text above.
    const before = length(begin, i);
    // Beginnings of other articles do not count as sentences of this article.
    const after = lines
      .slice(i + 1, end)
      .filter((text) => isProse(text) && !isCutShort(text))
      .reduce((sum, text) => sum + text.length, 0);
    // The editor's name or the heading of comments ends the article, unless only an introduction is above it.
    if (after <= before * (isEdited(line) || READERS.test(line) ? 3 : 0.4)) end = i;
  }
  /**
   * Whether a line only links the attachment that a line above names: 附件：名单 (attachment: list), then 名单.xls below the
   * signature.
   */
  const isNamedAbove = (file: string): boolean => {
    const name = ATTACHMENT.test(file) ? file.replace(/^附件[\d:：\s]*|\.\w+\s*$/g, '') : '';
    return (
      name.length > 4 &&
      lines.slice(begin, end - 1).some((line) => line.startsWith('附件') && line.includes(name))
    );
  };
  while (end > begin + 1) {
    const { text } = all[end - 1]!;
    const isBelow =
      isCredit(text) ||
      isCredits(all[end - 1]!) ||
      (rolesOf(text) !== null && !/[。！？]”?$/.test(withoutAppendix(text))) ||
      COPIES.test(text) ||
      isControl(text) ||
      isNumbers(all[end - 1]!) ||
      FILE_WITH_SIZE.test(text) ||
      isNamedAbove(text) ||
      isTail(text);
    if (!isBelow) break;
    end--;
  }
  return end;
}

/**
 * A download that the site lists with its size: 1.名单.doc（87KB） (1. list). Such a line is below the article, because a
 * document that lists its own attachments gives no size.
 */
const FILE_WITH_SIZE = /\.[a-z]{2,4}\s*[（(]\s*[\d.]+\s*[KM]B?\s*[）)]$/i;

/** The number before a file in a list of attachments: 1. · 2、 */
const NUMBERED = /^\d{1,2}\s?[.．、]/;

/** Removes links to other articles after the last paragraph. Keeps a list of attachments. */
function withoutLinks(paragraphs: BodyLine[], begin: number, end: number): number {
  /** Whether line `i` is the name of a file in a numbered list below 附件： (attachments). */
  const isListed = (i: number): boolean => {
    let above = i;
    while (above > begin && i - above < 20 && NUMBERED.test(paragraphs[above]!.line.text)) above--;
    return ATTACHMENT.test(paragraphs[above]!.line.text);
  };
  const own = (i: number): boolean => {
    const { line, linked } = paragraphs[i]!;
    // A link with a date beside it is still only a link: 标题 2023-02-02 (title, date)
    const length = line.text.length - (line.dates[0]?.length ?? 0);
    return !linked || linked < length * 0.8 || isListed(i);
  };
  let last = end - 1;
  while (last > begin && !(own(last) && isProse(paragraphs[last]!.line.text))) last--;
  // Three or more lines with a day are cards of other articles. A single day belongs to the signature of an official
  // document.
  const dated = paragraphs
    .slice(last + 1, end)
    .filter(({ line }) => !line.text.includes('\t') && firstDate(line.text));
  if (dated.length >= 3) return last + 1;
  const first = paragraphs.findIndex((p, i) => i > last && i < end && p.line.text.length >= 6 && !own(i));
  if (first < 0) return end;
  let [length, others] = [0, 0];
  for (let i = first; i < end; i++) {
    length += paragraphs[i]!.line.text.length;
    if (!own(i)) others += paragraphs[i]!.line.text.length;
  }
  return others >= length * 0.6 ? first : end;
}

/**
 * Finds the article among the paragraphs of a block: from `begin` to before `end`. `below` is the first line below the
 * headline; from there to `begin` are metadata and captions. `isSummary` recognises a summary, which is a field of its
 * own and no part of the article's text.
 */
export function extentInBody(
  paragraphs: BodyLine[],
  headline: string,
  isSummary: (text: string) => boolean,
): { below: number; begin: number; end: number } {
  const lines = paragraphs.map(({ line }) => line);
  // A caption counts as empty, because it must not end the metadata above the article's text, even if it has a
  // sentence.
  const head = beginOf(
    paragraphs.map(({ line, isCaption }) => (isCaption ? new RuledText('') : line)),
    squeeze(headline),
  );
  let { begin } = head;
  /** Whether a summary is the next paragraph cut short. */
  const isBeginningOf = ({ text }: RuledText, next: RuledText) =>
    isCutShort(text) && squeeze(next.text).startsWith(squeeze(text).replace(/[….]+$/, ''));
  // The names of the reporters may be below a summary, and are still above the article's text.
  const isAbove = (line: RuledText, i: number) =>
    isSummary(line.text) ||
    isBeginningOf(line, lines[i + 1]!) ||
    (i > head.begin && (isNamesOnly(line) || isReporters(line.text)));
  while (begin < lines.length - 1 && isAbove(lines[begin]!, begin)) begin++;
  return { below: head.below, begin, end: withoutLinks(paragraphs, begin, endOf(lines, begin)) };
}
