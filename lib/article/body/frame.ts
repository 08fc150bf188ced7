import type { Counts } from '../page/unlikelyParts.ts';
import type { CopiedElement } from './tree.ts';

/** An element that is being copied, with the counts of its content so far. */
export type Frame = Counts & {
  source: Node;
  /** The element that receives its children: its copy, or its parent where it is flattened. */
  into: CopiedElement;
  isOwn: boolean;
  /** The number of characters in its sentences, and how many of these are outside any inner block. */
  sentences: number;
  ownSentences: number;
  hasBlock: boolean;
  /** The number of lines when it opened: dropping it also drops the lines since then. */
  firstLine: number;
  rows: number;
  cells: number;
  longestCell: number;
  /** Characters of a table's first row of two cells or more; 0 before there is one. */
  firstRow: number;
  inLink: boolean;
  /** Whether the element is a part of the page that holds no body. */
  isUnlikely: boolean;
};

/** The counts of an element that is opened, all zero. */
export const frameOf = (
  source: Node,
  into: CopiedElement,
  isOwn: boolean,
  name: string,
  firstLine: number,
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
  firstLine,
  rows: 0,
  cells: 0,
  longestCell: 0,
  firstRow: 0,
  inLink: name === 'A' || (parent?.inLink ?? false),
  isUnlikely: parent?.isUnlikely ?? false,
});

/** Adds the counts of an element to those of its parent, except the cells of a table. */
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

/** Whether an element is a paragraph, whose sentences count as those of the block around it. */
export const isParagraph = ({ name, hasBlock }: Frame): boolean =>
  name === 'P' || (!hasBlock && !/^(LI|TD|TH|DT|DD|CAPTION|FIGCAPTION)$/.test(name));

/** The greatest length of a table's head: 序号 责任单位 工作任务 完成时限. */
const LONGEST_HEAD = 80;

/**
 * Whether a table holds data, like one of 责任分工, and no article. It has at least two rows of at least two cells. Its
 * cells are short, or its first row is a head, and nothing is linked.
 */
export const isDataTable = ({ rows, cells, longestCell, firstRow, text, linked }: Frame): boolean => {
  if (rows < 2 || cells < rows * 2 || text === 0 || linked >= text * 0.5) return false;
  const hasHead = firstRow > 0 && firstRow <= LONGEST_HEAD && linked < text * 0.05;
  return longestCell <= 200 || (hasHead && longestCell < Number.POSITIVE_INFINITY);
};
