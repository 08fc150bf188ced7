import { isFoot, isOthersHeading, isTail } from '../../chinese/phrases.ts';
import { EDGE, type Line } from '../page/lines.ts';
import { isMetadataLine, labelAlone, labelledValues } from './labels.ts';

/**
 * Where a page's metadata can stand. Lines of the body are in none of these, so that a sentence that quotes a source,
 * a caption or the card of another article is never read as the page's own.
 */
export type Zones = {
  /** Between the headline and the body, nearest first. */
  head: Line[];
  /** Above the headline, nearest first. */
  before: Line[];
  /** The first paragraphs of the body: dateline and byline. */
  opening: Line[];
  /** The last paragraphs of the body: a signature in brackets, the date of a document. */
  closing: Line[];
  /** After the body, up to the links to other articles. */
  tail: Line[];
};

const HEAD_LINES = 40;
const BEFORE_LINES = 24;
const TAIL_LINES = 16;

/** The line of the web editor ends a body, whatever stands below it. */
const isEditorLine = ({ text }: Line): boolean =>
  text.length < 80 && labelledValues(text).some(({ field }) => field === 'editors');

const blank = /[\s\t]/g;
const length = (line: Line) => line.text.replace(blank, '').length;

/** A paragraph of running text, as no menu, label or caption is. */
const isParagraph = (line: Line): boolean => {
  if (line.text.length < 40) return false;
  if (!/[。！？；!?]/.test(line.text)) return length(line) > 90 && !line.text.includes(EDGE);
  const [label] = labelledValues(line.text.slice(0, 40));
  return !(
    label &&
    ['lead', 'source', 'publishedAt', 'originalTitle'].includes(label.field) &&
    label.value.length > 2
  );
};

const isClosing = (line: Line): boolean =>
  line.text.length >= 24 && /[。！？!?”"）)]$/.test(line.text.trim());

/** The zones around the headline's line; −1 where the headline has no line of its own. */
export function zonesOf(lines: Line[], headline: number): Zones {
  const at = Math.max(0, headline);
  const from = headline < 0 ? 0 : at + 1;
  // <dt>摘要：</dt><dd>……</dd>
  const isLead = (i: number) => i > 0 && labelAlone(lines[i - 1]!.text)?.field === 'lead';
  let start = lines.findIndex(
    (line, i) => i >= from && i < from + HEAD_LINES && isParagraph(line) && !isLead(i),
  );
  const found = start >= 0;
  if (!found) start = Math.min(lines.length, from + 12);
  let last = found ? start : start - 1;
  for (let i = found ? start + 1 : lines.length; i < lines.length && i - last <= 16; i++) {
    const line = lines[i]!;
    if (isEditorLine(line)) break;
    const others = isOthersHeading(line.text);
    if (
      others &&
      !lines.slice(i + 1, i + 9).some((next) => next.element.tagName === 'P' && isParagraph(next))
    )
      break;
    if ((isParagraph(line) || isClosing(line)) && !isTail(line.text) && !isMetadataLine(line)) last = i;
  }
  const tail: Line[] = [];
  for (const line of lines.slice(last + 1, last + 1 + TAIL_LINES)) {
    if (isOthersHeading(line.text) || isFoot(line.text)) break;
    tail.push(line);
  }
  return {
    head: lines.slice(from, start),
    before: headline < 0 ? [] : lines.slice(Math.max(0, at - BEFORE_LINES), at).reverse(),
    opening: found ? lines.slice(start, Math.min(start + 8, last + 1)) : [],
    closing: found ? lines.slice(Math.max(start, last - 3), last + 1) : [],
    tail,
  };
}
