import type { Counts } from '../page/beside.ts';
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

/** A paragraph: its sentences are those of the block around it. */
export const isParagraph = ({ name, hasBlock }: Frame): boolean =>
  name === 'P' || (!hasBlock && !/^(LI|TD|TH|DT|DD|CAPTION|FIGCAPTION)$/.test(name));

/** Two rows or more of two cells or more, none of which holds an article. */
export const isDataTable = ({ rows, cells, longestCell, text, linked }: Frame): boolean =>
  rows >= 2 && cells >= rows * 2 && longestCell <= 200 && text > 0 && linked < text * 0.5;
