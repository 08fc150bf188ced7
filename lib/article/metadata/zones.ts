import { isFoot, isOthersHeading } from '../../chinese/phrases.ts';
import { extentOnPage } from './extent.ts';
import type { Line } from './line.ts';

/**
 * The parts of a page in which its metadata can be. No zone contains lines from the middle of the article's text. So a
 * quoted source, a caption or a link to another article is never read as metadata of the page itself.
 */
export type Zones = {
  /** The lines between the headline and the article's text, from top to bottom. */
  head: Line[];
  /** The lines above the headline, the nearest first. */
  before: Line[];
  /** The first paragraphs of the article's text, which can have a dateline and a byline. */
  opening: Line[];
  /** The last paragraphs of the article's text, which can have a signature in brackets, or the date of a document. */
  closing: Line[];
  /** The lines below the article's text, up to the links to other articles. */
  tail: Line[];
};

const BEFORE_LINES = 24;
const OPENING_LINES = 8;
const CLOSING_LINES = 4;
const TAIL_LINES = 16;

/**
 * Whether a line names the article's editor or keywords, although it is below the links to other articles or a
 * statement of copyright: 【我要纠错】 责任编辑：何苗 (report a mistake; editor: He Miao).
 */
const isOwn = ({ element, labels, text }: Line): boolean =>
  text.length < 80 &&
  !element.closest('a, li') &&
  labels.some(({ label }) => /^(?:责任编辑|责编|关键词)$/.test(label));

/** Divides a page into zones around line `headline`; −1 where no line has the headline. */
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
    tail: others < 0 ? tail : [...tail.slice(0, others), ...tail.slice(others).filter(isOwn)],
  };
}
