import { CollectionCounts, Counts, TagCount } from '../record/counts.ts';
import { type ListRow, listRowOf } from '../record/listRow.ts';
import { readRow } from '../record/migrate.ts';
import { foldTag } from '../search/query.ts';
import type { Database } from './database.ts';
import { readAll, readOne } from './read.ts';
import type { Store } from './store.ts';

/** How many articles are read into memory at once. */
const AT_ONCE = 20;

/**
 * Makes the list row of an article; null where the article does not exist or cannot be read. The caller has opened the
 * transaction.
 */
async function listRowNow(store: Store, db: Database, articleId: string): Promise<ListRow | null> {
  const [article, marks] = await Promise.all([
    db.articles.get(articleId),
    db.annotations.where('articleId').equals(articleId).toArray(),
  ]);
  const saved = readOne(store, 'article', article);
  if (!saved) return null;
  const text = saved.taskCorrections.length
    ? readOne(store, 'text', await db.texts.get([articleId, saved.sha256]))
    : null;
  return listRowOf(saved, readAll(store, 'annotation', marks), text?.text ?? '');
}

/** Adds `counts` to the stored counters. False where a stored counter cannot be read. */
async function addCounts(db: Database, counts: Counts): Promise<boolean> {
  const tags = [...counts.tags].filter(([, { articles, uses }]) => articles !== 0 || uses !== 0);
  const [raw, known] = await Promise.all([
    db.counts.get('collection'),
    db.tags.bulkGet(tags.map(([id]) => id)),
  ]);
  const now = raw === undefined ? new Counts().collection : CollectionCounts.safeParse(raw).data;
  if (!now) return false;
  const { collection } = counts;
  for (const [name, n] of Object.entries(now)) collection[name as keyof typeof collection] += n;
  const sums: TagCount[] = [];
  for (const [i, [id, { articles, uses }]] of tags.entries()) {
    const tag = known[i] && TagCount.safeParse(known[i]).data;
    if (known[i] && !tag) return false;
    sums.push({ id, articles: articles + (tag?.articles ?? 0), uses: uses + (tag?.uses ?? 0) });
  }
  await Promise.all([
    db.counts.put({ id: 'collection', ...collection }),
    ...sums.map((count) =>
      count.articles > 0 ? db.tags.put({ ...count, fold: foldTag(count.id) }) : db.tags.delete(count.id),
    ),
  ]);
  return true;
}

/**
 * Updates the list rows of these articles and the counters, and queues the articles for the search index. Runs in the
 * same transaction as the change of the articles or their marks, so that lists always agree with the articles.
 */
export async function refreshList(store: Store, db: Database, articleIds: Iterable<string>): Promise<void> {
  const change = new Counts();
  let broken = false;
  const refresh = async (id: string) => {
    const [raw, after] = await Promise.all([db.list.get(id), listRowNow(store, db, id)]);
    const before = raw === undefined ? null : readRow('listRow', raw).row;
    if (raw !== undefined && !before) broken = true;
    if (before) change.count(before, -1);
    if (after) change.count(after);
    await Promise.all([
      // Queues the article for the search index in the same transaction as the change.
      db.unindexed.put({ id, token: crypto.randomUUID() }),
      after ? db.list.put(after) : db.list.delete(id),
    ]);
  };
  const ids = [...articleIds];
  for (let from = 0; from < ids.length; from += AT_ONCE)
    await Promise.all(ids.slice(from, from + AT_ONCE).map(refresh));
  // Counts all rows again, because nobody knows what an unreadable row had added to the counters.
  if (broken || !(await addCounts(db, change))) await recount(db);
}

/** Makes new totals from all list rows that can be read. */
export async function countRows(db: Database): Promise<Counts> {
  const counts = new Counts();
  await db.list.each((raw) => {
    const { row } = readRow('listRow', raw);
    if (row) counts.count(row);
  });
  return counts;
}

/** Counts all rows again and replaces the stored counters. */
async function recount(db: Database): Promise<void> {
  const counts = await countRows(db);
  await db.tags.clear();
  await db.counts.delete('collection');
  await addCounts(db, counts);
}
