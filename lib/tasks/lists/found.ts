import type { Span, TaskForm } from '../schema.ts';
import type { Person } from './people.ts';

/** An item of a list: its marker (一要, （三）), if any, and the span of its text. */
export type FoundItem = { marker: Span | null; span: Span; cells?: Cells };

/** The other cells of a task's row in a table: responsible bodies and deadlines. */
type Cells = { bodies: Span[]; leads: Span[]; limits: Span[] };

/** A list as found, with the spans of its tasks, from which lib/tasks/details reads each task. */
export type FoundList = {
  form: TaskForm;
  speaker: Person | null;
  announcedCount: number | null;
  section: string | null;
  items: FoundItem[];
};
