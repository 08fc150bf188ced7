import type { Tombstone } from '../record/trash.ts';
import { asStoreError } from './errors.ts';
import { lastRevisionOf, putRevision } from './revision.ts';
import { SearchIndex } from './searchIndex.ts';
import type { Store } from './store.ts';
import { erasedTombstone, tombstoneOf } from './tombstone.ts';

/**
 * Erases the whole collection for good: articles, texts, marks, trash, quarantine, history, search index. Keeps a
 * record without content of each deleted article and mark, so that another copy of the collection can learn of the
 * deletion.
 */
export async function eraseEverything(store: Store): Promise<void> {
  const db = await store.writing();
  const now = store.now().toISOString();
  const last = await lastRevisionOf(db);
  const revision = { ...last, counter: last.counter + 1 };
  const deletion = { now, revision };
  try {
    await db.transaction('rw', db.tables, async () => {
      const graves: Tombstone[] = (await db.tombstones.toArray())
        .filter(({ kind }) => kind !== 'tag')
        .map((tombstone) => erasedTombstone(deletion, tombstone));
      for (const id of await db.articles.toCollection().primaryKeys())
        graves.push(tombstoneOf(deletion, 'article', id, id));
      await db.annotations.each(({ id, articleId }) => {
        graves.push(tombstoneOf(deletion, 'annotation', String(id), String(articleId)));
      });
      for (const table of db.tables) if (table.name !== 'meta') await table.clear();
      await db.tombstones.bulkPut(graves);
      await putRevision(db, revision);
    });
    const index = new SearchIndex(store);
    await index.rebuild();
    await index.close();
  } catch (error) {
    throw asStoreError(error);
  }
  store.feed.announce({ counter: revision.counter, refs: [] });
}
