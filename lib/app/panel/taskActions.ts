import type { Annotation } from '../../annotation/schema.ts';
import type { CorrectedTask } from '../../tasks/corrections/corrections.ts';
import type { Span, TaskList } from '../../tasks/schema.ts';

/** What can be done with a task wherever it shows. */
export type TaskActions = {
  /** Goes to these words in the page. */
  show: (span: Span) => void;
  /** Lights words up in the page while the pointer is on them here; null ends it. */
  light: (span: Span | null) => void;
  /** Makes an annotation of a task. */
  mark: (task: CorrectedTask) => void;
  /** The annotation that was made of it, or null. */
  markOf: (task: CorrectedTask) => Annotation | null;
  /** Goes to that annotation; null where there is no place to go to. */
  openMark: ((annotation: Annotation) => void) | null;
  /** Copies lists in the chosen format. */
  copy: (lists: TaskList[]) => void;
  /** Null where nothing can be corrected: the article is not kept. */
  correct: TaskCorrecting | null;
};

/** How task lists are corrected. What is asked for in vain is told by a sentence; null where all went well. */
export type TaskCorrecting = {
  /** The text in which the tasks stand. */
  text: string;
  respan: (task: CorrectedTask, span: Span) => Promise<string | null>;
  add: (span: Span) => Promise<string | null>;
  remove: (task: CorrectedTask) => void;
  restore: (task: CorrectedTask) => void;
  /** What is selected on the page, as a span of the text; a sentence where there is no such thing. */
  pageSelection: () => Promise<Span | string>;
};
