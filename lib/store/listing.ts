import { CollectionCounts, Counts, TagCount } from '../record/counts.ts';
import type { ListRow } from '../record/listRow.ts';
import { listRowOf } from '../record/listRowOf.ts';
import { readRow } from '../record/migrate.ts';
import { foldTag } from '../search/query.ts';
import type { Database } from './database.ts';
import { readAll, readOne } from './read.ts';
import type { Store } from './store.ts';
import { countRows } from './totals.ts';

/** How many articles are read into memory at once. */
const AT_ONCE = 50;

/**
 * Makes the list rows of these articles; null where an article does not exist or cannot be read. The caller has opened
 * the transaction.
 */
async function listRowsNow(store: Store, db: Database, ids: string[]): Promise<(ListRow | null)[]> {
  if (ids.length === 0) return [];
  const [articles, marks, versions] = await Promise.all([
    db.articles.bulkGet(ids),
    Promise.all(ids.map((id) => db.annotations.where('articleId').equals(id).toArray())),
    Promise.all(ids.map((id) => db.texts.where('articleId').equals(id).count())),
  ]);
  const all = articles.map((raw) => readOne(store, 'article', raw));
  const texts = await Promise.all(
    all.map((saved) => (saved?.taskCorrections.length ? db.texts.get([saved.id, saved.sha256]) : undefined)),
  );
  return all.map((saved, i) => {
    if (!saved) return null;
    const text = readOne(store, 'text', texts[i]);
    return listRowOf(saved, readAll(store, 'annotation', marks[i]!), text?.text ?? '', versions[i]!);
  });
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

/** Queues articles for the search index, in the same transaction as their change. */
function queue(db: Database, ids: string[]): Promise<unknown> {
  const token = crypto.randomUUID();
  return db.unindexed.bulkPut(ids.map((id) => ({ id, token })));
}

/**
 * Adds rows of new articles to the list, and queues the articles for the search index. The caller adds the rows to the
 * counters.
 */
export const addToList = async (db: Database, rows: ListRow[]): Promise<void> => {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await Promise.all([db.list.bulkPut(rows), queue(db, ids)]);
};

/** Adds `counts` to the stored counters. Where a stored counter cannot be read, counts all rows of the list again. */
export async function addToCounters(db: Database, counts: Counts): Promise<void> {
  if (!(await addCounts(db, counts))) await recount(db);
}

/**
 * Updates the list rows of these articles and the counters, and queues the articles for the search index. Runs in the
 * same transaction as the change of the articles or their marks, so that lists always agree with the articles. `gone`:
 * articles that were deleted, which are not looked up.
 */
export async function refreshList(
  store: Store,
  db: Database,
  articleIds: Iterable<string>,
  gone: ReadonlySet<string> = new Set(),
): Promise<void> {
  const change = new Counts();
  let broken = false;
  const all = [...articleIds];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const ids = all.slice(from, from + AT_ONCE);
    const there = ids.filter((id) => !gone.has(id));
    const [raws, rows] = await Promise.all([db.list.bulkGet(ids), listRowsNow(store, db, there)]);
    for (const raw of raws) {
      const before = raw === undefined ? null : readRow('listRow', raw).row;
      if (raw !== undefined && !before) broken = true;
      if (before) change.count(before, -1);
    }
    const after = rows.filter((row) => row !== null);
    for (const row of after) change.count(row);
    const listed = new Set(after.map(({ id }) => id));
    const unlisted = ids.filter((id) => !listed.has(id));
    await Promise.all([
      queue(db, ids),
      after.length ? db.list.bulkPut(after) : null,
      unlisted.length ? db.list.bulkDelete(unlisted) : null,
    ]);
  }
  // Counts all rows again, because nobody knows what an unreadable row had added to the counters.
  await (broken ? recount(db) : addToCounters(db, change));
}

/** Counts all rows again and replaces the stored counters. */
async function recount(db: Database): Promise<void> {
  const counts = await countRows(db);
  await db.tags.clear();
  await db.counts.delete('collection');
  await addCounts(db, counts);
}
