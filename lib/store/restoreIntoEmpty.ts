import type { ArticleBundle } from '../record/schema.ts';
import { asStoreError } from './errors.ts';
import { refreshList } from './listing.ts';
import { lastRevisionOf, putRevision } from './revision.ts';
import type { Store } from './store.ts';

/**
 * Writes articles with their texts and marks, unchanged, into an empty collection, as from a backup. False where the
 * collection has articles. The revision counter goes on above the highest restored one, so that later changes count as
 * later.
 */
export async function restoreIntoEmpty(store: Store, bundles: ArticleBundle[]): Promise<boolean> {
  const db = await store.writing();
  const rows = bundles.flatMap(({ saved, texts, annotations }) => [saved, ...texts, ...annotations]);
  const highest = Math.max(0, ...rows.map(({ revision }) => revision.counter));
  try {
    const done = await db.transaction('rw', db.tables, async () => {
      if (await db.articles.count()) return false;
      await db.articles.bulkPut(bundles.map(({ saved }) => saved));
      await db.texts.bulkPut(bundles.flatMap(({ texts }) => texts));
      await db.annotations.bulkPut(bundles.flatMap(({ annotations }) => annotations));
      await refreshList(
        store,
        db,
        bundles.map(({ saved }) => saved.id),
      );
      const { counter, device } = await lastRevisionOf(db);
      await putRevision(db, { device, counter: Math.max(highest, counter) + 1 });
      return true;
    });
    if (done) store.feed.announce({ counter: highest + 1, refs: [] });
    return done;
  } catch (error) {
    throw asStoreError(error);
  }
}
