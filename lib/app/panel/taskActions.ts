import type { Annotation } from '../../annotation/schema.ts';
import type { CorrectedTask } from '../../tasks/corrections/corrections.ts';
import type { Deadline, Span, TaskDetails, TaskList } from '../../tasks/schema.ts';
import type { DetailSuggestions } from './detailEditing.ts';

/** The actions on a task, the same in popup and side panel. */
export type TaskActions = {
  /** Scrolls the page to some words. */
  show: (span: Span) => void;
  /** Emphasises words on the page while the pointer is over them in the popup or side panel. Null ends the emphasis. */
  light: (span: Span | null) => void;
  /** Marks the words of a task. */
  mark: (task: CorrectedTask) => void;
  /** The mark on the words of a task; null where there is none. */
  markOf: (task: CorrectedTask) => Annotation | null;
  /** Opens the mark on the words of a task. Null where the view cannot show marks. */
  openMark: ((annotation: Annotation) => void) | null;
  /** Copies task lists in the format that the person has chosen. */
  copy: (lists: TaskList[]) => void;
  /** The corrections of tasks. Null where the article is not saved, because its tasks cannot be corrected. */
  correct: TaskCorrecting | null;
};

/** The functions that correct task lists. Each returns a message where it fails, and null where it succeeds. */
export type TaskCorrecting = {
  /** The text of the article that has the tasks. */
  text: string;
  respan: (task: CorrectedTask, span: Span) => Promise<string | null>;
  /** Sets details of a task. With `forList`, the other tasks of its list get the same speaker. */
  details: (task: CorrectedTask, changed: Partial<TaskDetails>, forList: boolean) => Promise<string | null>;
  /** The number of other tasks in the list of a task. */
  othersInList: (task: CorrectedTask) => number;
  /** Reads typed words as a deadline. Null where they are none. */
  readDeadline: (words: string) => Deadline | null;
  /** The responsible organisations and speakers that the article names. */
  suggestions: () => DetailSuggestions;
  add: (span: Span) => Promise<string | null>;
  remove: (task: CorrectedTask) => void;
  restore: (task: CorrectedTask) => void;
  /** The selection on the page as a span of the article's text, or a message that says why there is none. */
  pageSelection: () => Promise<Span | string>;
};
