import type { Store } from './store.ts';

/**
 * Counts for each list of tags the articles that have any of its tags. Reads keys of the index alone, those of each tag
 * once.
 */
export async function countArticlesWith(store: Store, lists: string[][]): Promise<number[]> {
  const db = await store.reading();
  const tags = [...new Set(lists.flat())];
  const keys = await Promise.all(tags.map((tag) => db.list.where('tags').equals(tag).primaryKeys()));
  const articles = new Map(tags.map((tag, i) => [tag, keys[i]!]));
  return lists.map((list) => new Set(list.flatMap((tag) => articles.get(tag)!)).size);
}
