import { isFoot, isOthersHeading } from '../../chinese/phrases.ts';
import { extentOnPage } from './extent.ts';
import type { Line } from './line.ts';
import { isEditorLine } from './lineKinds.ts';

/**
 * The zones in which a page's metadata can stand. No zone contains lines of the body, so that a sentence that quotes a
 * source, a caption or a link to another article is never read as the page's own metadata.
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

const BEFORE_LINES = 24;
const OPENING_LINES = 8;
const CLOSING_LINES = 4;
const TAIL_LINES = 16;

/** 【我要纠错】 责任编辑：何苗, which some pages print below the links to other articles. */
const isOwnEditor = (line: Line): boolean =>
  !line.element.closest('a, li') &&
  line.labels.some(({ label }) => /^(?:责任编辑|责编)$/.test(label)) &&
  isEditorLine(line);

/** The zones around the headline's line; −1 where the headline has no line of its own. */
export function zonesOf(lines: Line[], headline: number): Zones {
  const at = Math.max(0, headline);
  const from = headline < 0 ? 0 : at + 1;
  const { first, last, found } = extentOnPage(lines, from);
  const tail = lines.slice(last + 1, last + 1 + TAIL_LINES);
  const others = tail.findIndex(({ text }) => isOthersHeading(text) || isFoot(text));
  return {
    head: lines.slice(from, first),
    before: headline < 0 ? [] : lines.slice(Math.max(0, at - BEFORE_LINES), at).reverse(),
    opening: found ? lines.slice(first, Math.min(first + OPENING_LINES, last + 1)) : [],
    closing: found ? lines.slice(Math.max(first, last + 1 - CLOSING_LINES), last + 1) : [],
    tail: others < 0 ? tail : [...tail.slice(0, others), ...tail.slice(others).filter(isOwnEditor)],
  };
}
