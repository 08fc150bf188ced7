import type { Annotation } from '../annotation/schema.ts';
import { correctedTasks } from '../record/correctedTasks.ts';
import type { ArticleBundle } from '../record/schema.ts';
import { plainLists } from '../tasks/corrections/corrections.ts';
import type { TaskList } from '../tasks/schema.ts';

/** The text that was read last; empty where it could not be read. */
export const textOf = ({ saved, texts }: Pick<ArticleBundle, 'saved' | 'texts'>): string =>
  texts.find(({ sha256 }) => sha256 === saved.sha256)?.text ?? '';

/** The task lists with the person's corrections. */
export function taskListsOf(bundle: Pick<ArticleBundle, 'saved' | 'texts'>): TaskList[] {
  const { saved } = bundle;
  if (saved.taskCorrections.length === 0) return saved.taskLists;
  return plainLists(correctedTasks(saved, textOf(bundle)).lists);
}
/** Sorts marks by their position in the text. Marks that were not found in the text come last. */
export function orderedMarks<A extends Annotation>(annotations: A[]): A[] {
  const place = ({ target }: Annotation) => target.captured?.start ?? Number.MAX_SAFE_INTEGER;
  return annotations.toSorted((a, b) => place(a) - place(b) || a.created.localeCompare(b.created));
}

/** The quoted words of a mark. */
export const quoteOf = ({ target }: Pick<Annotation, 'target'>): string =>
  target.selector.find((one) => one.type === 'TextQuoteSelector')?.exact ?? '';
