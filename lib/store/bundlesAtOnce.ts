import type { ArticleBundle } from '../record/schema.ts';
import { readAll, readOne } from './read.ts';
import type { Store } from './store.ts';

/**
 * These articles with their texts and marks. Reads them in one transaction, so that all are of the same moment. Leaves
 * out deleted articles.
 */
export async function bundlesAtOnce(store: Store, ids: string[]): Promise<ArticleBundle[]> {
  const db = await store.reading();
  return db.transaction('r', db.articles, db.texts, db.annotations, async () => {
    const [articles, texts, marks] = await Promise.all([
      db.articles.bulkGet(ids),
      db.texts.where('articleId').anyOf(ids).toArray(),
      db.annotations.where('articleId').anyOf(ids).toArray(),
    ]);
    const bundles = new Map<string, ArticleBundle>();
    for (const raw of articles) {
      const saved = readOne(store, 'article', raw);
      if (saved) bundles.set(saved.id, { saved, texts: [], annotations: [] });
    }
    for (const text of readAll(store, 'text', texts)) bundles.get(text.articleId)?.texts.push(text);
    for (const mark of readAll(store, 'annotation', marks))
      bundles.get(mark.articleId)?.annotations.push(mark);
    return [...bundles.values()];
  });
}
