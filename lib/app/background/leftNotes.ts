import { write } from '../../store/index.ts';
import { isLeftNote, LeftNote } from '../leftNotes.ts';
import type { Context } from './context.ts';
import { notifyTabsOfMarks } from './showing.ts';

/**
 * Saves the note of an article or mark for a page of the extension that closed before it could do so. A repeated call
 * with the same `step` changes nothing.
 */
export async function keepNote(context: Context, { on, note, from, step }: LeftNote): Promise<void> {
  const { articleId } = await write(context.db, { id: step, type: 'setNote', on, note, from });
  if (articleId && on.kind === 'annotation') await notifyTabsOfMarks(context, articleId, [on.id]);
}

/**
 * Saves the notes that pages of the extension have left in `browser.storage.session` when they were closed. A note that
 * cannot be saved remains there until the background starts again.
 */
export function keepLeftNotes(context: Context): void {
  const { session } = context.browser.storage;
  // Saves the notes one after another, because a later note may be an edit of an earlier one.
  let last: Promise<unknown> = Promise.resolve();
  const keep = async (key: string, value: unknown) => {
    const { data } = LeftNote.safeParse(value);
    if (data) await keepNote(context, data);
    await session.remove(key);
  };
  const take = (items: Record<string, unknown>) => {
    for (const [key, value] of Object.entries(items).sort(([a], [b]) => (a < b ? -1 : 1)))
      if (isLeftNote(key) && value !== undefined)
        last = last
          .then(() => keep(key, value))
          .catch((error) => console.warn('Pizhu: a note that a closed page left was not saved', error));
  };
  session.onChanged.addListener((changes) =>
    take(Object.fromEntries(Object.entries(changes).map(([key, { newValue }]) => [key, newValue]))),
  );
  void session.get(null).then(take, () => {});
}
