import type { Span, TaskForm } from '../schema.ts';
import type { Person } from './people.ts';

/** An item of a list: its marker (一要, （三）), if any, and where its text stands. */
export type FoundItem = { marker: Span | null; span: Span };

/** A list as found: where its tasks stand. lib/tasks/details reads each task from there. */
export type FoundList = {
  form: TaskForm;
  speaker: Person | null;
  announcedCount: number | null;
  section: string | null;
  items: FoundItem[];
};
