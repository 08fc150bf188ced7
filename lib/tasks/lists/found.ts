import type { Span, TaskForm } from '../schema.ts';
import type { Person } from './people/person.ts';

/**
 * An item of a list: its marker (一要, （三）), if any, and the span of its words. `cells` are the other cells of its row
 * in a table. `label` is where the line above the list names those who must do it: 后勤保障部： (logistics department).
 */
export type FoundItem = { marker: Span | null; span: Span; cells?: Cells; label?: Span };

/** Makes an item that has no marker. */
export const withoutMarker = (span: Span): FoundItem => ({ marker: null, span });

/**
 * The other cells of a task's row in a table: the responsible public bodies, those among them that lead the work (牵头),
 * and the deadlines.
 */
type Cells = { bodies: Span[]; leads: Span[]; limits: Span[] };

/** A list as the rules find it. lib/tasks/details reads each of its tasks from the task's span. */
export type FoundList = {
  form: TaskForm;
  speaker: Person | null;
  announcedCount: number | null;
  section: string | null;
  items: FoundItem[];
};
