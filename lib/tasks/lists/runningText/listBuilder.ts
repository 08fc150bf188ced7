import type { TaskForm } from '../../schema.ts';
import { type FoundItem, type FoundList, withoutMarker } from '../found.ts';
import { OrderRun } from './orderRun.ts';
import { Speech } from './speech.ts';

/**
 * Builds the lists of running text. Holds the current speaker, and the consecutive orders (`run`) that may become the
 * next list. Used by the two classes that read running text: one reads lines, the other sentences.
 */
export class ListBuilder {
  readonly lists: FoundList[] = [];
  readonly speech = new Speech();
  readonly run: OrderRun;
  /** The document's heading above the lines being read. Orders under it need no speaker. */
  section: string | null = null;
  /** The heading above lines that report what a meeting says. */
  topic: string | null = null;

  constructor(text: string) {
    this.run = new OrderRun(text);
  }

  /** Adds a list. `counted` is the number of items that the list itself announces. */
  add(form: TaskForm, items: FoundItem[], counted: number | null = null): void {
    const { speaker } = this.speech;
    const announcedCount = counted ?? this.speech.announcedFor(items.length, form !== 'parallel');
    this.lists.push({ form, speaker, announcedCount, section: this.topic, items });
    this.speech.forgetCounts();
  }

  /** Adds the consecutive orders read so far as a list, if there are at least two, and begins anew. */
  closeRun(): void {
    const { tasks, counted } = this.run.close();
    if (tasks.length) this.add('parallel', tasks.map(withoutMarker), counted);
  }
}
