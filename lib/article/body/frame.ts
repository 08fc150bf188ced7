import type { Counts } from '../page/unlikelyParts.ts';
import type { CopiedElement } from './tree.ts';

/** An element that is being copied, and what was counted in it so far. */
export type Frame = Counts & {
  source: Node;
  /** Where children go: the element's copy, or the parent's where it is laid flat. */
  into: CopiedElement;
  isOwn: boolean;
  /** Characters of sentences, and those of them that no block within holds. */
  sentences: number;
  ownSentences: number;
  hasBlock: boolean;
  /** Number of lines when it opened: a block that is dropped takes with it what came since. */
  firstLine: number;
  rows: number;
  cells: number;
  longestCell: number;
  inLink: boolean;
  /** In a place where no body stands. */
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
  inLink: name === 'A' || (parent?.inLink ?? false),
  isUnlikely: parent?.isUnlikely ?? false,
});

/** Adds what was counted in an element to the one around it; cells of a table are its own. */
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
  const isCell = done.name === 'TD' || done.name === 'TH';
  around.rows += done.rows + (done.name === 'TR' ? 1 : 0);
  around.cells += done.cells + (isCell ? 1 : 0);
  around.longestCell = Math.max(around.longestCell, done.longestCell, isCell ? done.text : 0);
}

/** A paragraph: its sentences are those of the block around it. */
export const isParagraph = ({ name, hasBlock }: Frame): boolean =>
  name === 'P' || (!hasBlock && !/^(LI|TD|TH|DT|DD|CAPTION|FIGCAPTION)$/.test(name));

/** Two rows or more of two cells or more, none of which holds an article. */
export const isDataTable = ({ rows, cells, longestCell, text, linked }: Frame): boolean =>
  rows >= 2 && cells >= rows * 2 && longestCell <= 200 && text > 0 && linked < text * 0.5;
