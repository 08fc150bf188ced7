import type { Annotation } from '../../annotation/schema.ts';
import type { CorrectedTask } from '../../tasks/corrections/corrections.ts';
import type { Span, TaskList } from '../../tasks/schema.ts';

/** The actions on a task, the same in every view. */
export type TaskActions = {
  /** Shows these words in the page. */
  show: (span: Span) => void;
  /** Emphasises words in the page while the pointer is over them here; null ends it. */
  light: (span: Span | null) => void;
  /** Makes a mark of a task. */
  mark: (task: CorrectedTask) => void;
  /** The mark that was made of a task; null where there is none. */
  markOf: (task: CorrectedTask) => Annotation | null;
  /** Opens that mark; null where the view cannot show marks. */
  openMark: ((annotation: Annotation) => void) | null;
  /** Copies task lists in the chosen format. */
  copy: (lists: TaskList[]) => void;
  /** Null where the tasks cannot be corrected, because the article is not saved. */
  correct: TaskCorrecting | null;
};

/** How task lists are corrected. Each correction gives a sentence where it fails, null where it succeeds. */
export type TaskCorrecting = {
  /** The text that contains the tasks. */
  text: string;
  respan: (task: CorrectedTask, span: Span) => Promise<string | null>;
  add: (span: Span) => Promise<string | null>;
  remove: (task: CorrectedTask) => void;
  restore: (task: CorrectedTask) => void;
  /** The selection on the page as a span of the text, or a sentence about why there is none. */
  pageSelection: () => Promise<Span | string>;
};
