import type { Counts } from '../page/unlikelyParts.ts';
import type { CopiedElement } from './tree.ts';

/** An element that is being copied, with counts of the content copied so far. */
export type Frame = Counts & {
  source: Node;
  /**
   * The copied element that gets this element's children: its own copy, or its parent's if this element is copied
   * without its tag.
   */
  into: CopiedElement;
  /** Whether the element has a copy of its own, and is not copied without its tag. */
  isOwn: boolean;
  /** The number of characters in sentences of the element, inner blocks included. */
  sentences: number;
  /** The number of characters in sentences outside inner blocks. */
  ownSentences: number;
  hasBlock: boolean;
  /** How many lines there were when the element was opened. To drop the element, the lines since then are dropped. */
  start: number;
  rows: number;
  cells: number;
  longestCell: number;
  /** The number of characters in the first row that has two cells or more; 0 before there is one. */
  firstRow: number;
  inLink: boolean;
  /** Whether the class or id of the element, or of one around it, shows that it never contains the article's text. */
  isUnlikely: boolean;
};

/** Makes the frame of an element that begins, with all counts zero. */
export const frameOf = (
  source: Node,
  into: CopiedElement,
  isOwn: boolean,
  name: string,
  start: number,
  parent?: Frame,
): Frame => ({
  source,
  into,
  isOwn,
  name,
  named: '',
  text: 0,
  linked: 0,
  links: 0,
  stops: 0,
  sentences: 0,
  ownSentences: 0,
  hasBlock: false,
  start,
  rows: 0,
  cells: 0,
  longestCell: 0,
  firstRow: 0,
  inLink: name === 'A' || (parent?.inLink ?? false),
  isUnlikely: parent?.isUnlikely ?? false,
});

/**
 * Adds the counts of a closed element to those of its parent. Leaves out the rows and cells of an inner table: a table
 * with another table inside is only for layout.
 */
export function addCounts(around: Frame, done: Frame, isBlock: boolean): void {
  around.text += done.text;
  around.linked += done.linked;
  around.links += done.links;
  around.stops += done.stops;
  around.sentences += done.sentences;
  around.hasBlock ||= isBlock || done.hasBlock;
  if (done.name === 'TABLE') {
    around.longestCell = Number.POSITIVE_INFINITY;
    return;
  }
  if (!around.firstRow) around.firstRow = done.name === 'TR' && done.cells >= 2 ? done.text : done.firstRow;
  const isCell = done.name === 'TD' || done.name === 'TH';
  around.rows += done.rows + (done.name === 'TR' ? 1 : 0);
  around.cells += done.cells + (isCell ? 1 : 0);
  around.longestCell = Math.max(around.longestCell, done.longestCell, isCell ? done.text : 0);
}

/** Whether an element is a paragraph. Its sentences then count as those of the block around it. */
export const isParagraph = ({ name, hasBlock }: Frame): boolean =>
  name === 'P' || (!hasBlock && !/^(LI|TD|TH|DT|DD|CAPTION|FIGCAPTION)$/.test(name));

/** The greatest length of a table's head row: 序号 责任单位 工作任务 完成时限 (number, responsible body, task, deadline). */
const LONGEST_HEAD = 80;

/**
 * Whether a table holds data, like a table of duties (责任分工), and is not the layout of an article. A table of data has
 * at least two rows of at least two cells. Either its cells are short, or its first row is a head and hardly any of its
 * words are links.
 */
export const isDataTable = ({ rows, cells, longestCell, firstRow, text, linked }: Frame): boolean => {
  if (rows < 2 || cells < rows * 2 || text === 0 || linked >= text * 0.5) return false;
  const hasHead = firstRow > 0 && firstRow <= LONGEST_HEAD && linked < text * 0.05;
  return longestCell <= 200 || (hasHead && longestCell < Number.POSITIVE_INFINITY);
};
