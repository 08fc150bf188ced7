import type { ChangeOf, Outcome } from '../record/change.ts';
import type { TagInfo } from '../record/tagInfo.ts';
import type { TrashEntry } from '../record/trash.ts';
import type { Database } from './database.ts';
import { readOne } from './read.ts';
import type { Store } from './store.ts';
import { outcomeOf, type Work } from './work.ts';

/** What an exported file has beside its articles, as far as the database keeps it. */
export type StoredExtras = { tags: TagInfo[]; trash: TrashEntry[] };

/** Everything that can be restored, with its content, in the order of ids. */
export async function trashEntries(store: Store): Promise<TrashEntry[]> {
  const db = await store.reading();
  return db.transaction('r', db.tombstones, db.trash, async () => {
    const rows = await db.trash.toArray();
    const stones = await db.tombstones.bulkGet(rows.map(({ id }) => id));
    return rows.flatMap((raw, i) => {
      const tombstone = readOne(store, 'tombstone', stones[i]);
      const row = readOne(store, 'trash', raw);
      return tombstone?.expires && row ? [{ tombstone, row }] : [];
    });
  });
}

/** Whether the thing itself is there, so that its earlier deletion says nothing any more. */
async function isThere(db: Database, { tombstone, row: { content } }: TrashEntry): Promise<boolean> {
  switch (content.kind) {
    case 'article':
      return (await db.articles.get(String(content.article.id))) !== undefined;
    case 'annotation':
      return (await db.annotations.get(String(content.annotation.id))) !== undefined;
    case 'tag':
      return (await db.tags.get(content.tag)) !== undefined;
    case 'correction': {
      const article = tombstone.articleId ? await db.articles.get(tombstone.articleId) : undefined;
      const corrections = Array.isArray(article?.taskCorrections) ? article.taskCorrections : [];
      return corrections.some((one: { id?: unknown }) => one.id === content.correction.id);
    }
  }
}

async function missing(db: Database, { tags, trash }: StoredExtras, now: string): Promise<StoredExtras> {
  const kept = await db.tagInfo.bulkGet(tags.map(({ id }) => id));
  const stones = await db.tombstones.bulkGet(trash.map(({ tombstone }) => tombstone.id));
  const deleted: TrashEntry[] = [];
  for (const [i, entry] of trash.entries())
    if (!stones[i] && (entry.tombstone.expires ?? '') > now && !(await isThere(db, entry)))
      deleted.push(entry);
  return { tags: tags.filter((_, i) => !kept[i]), trash: deleted };
}

/** What of this the database does not have. Writes nothing; what has lapsed meanwhile counts as had. */
export async function missingExtras(store: Store, extras: StoredExtras): Promise<StoredExtras> {
  const db = await store.reading();
  return db.transaction('r', [db.articles, db.annotations, db.tags, db.tagInfo, db.tombstones], () =>
    missing(db, extras, store.now().toISOString()),
  );
}

/** The prefix of the entries by which the extras of an import are undone. */
const undoPrefix = (importId: string) => `import-extras:${importId}:`;

/** Adds what the database does not have, and stores the data for undoing it. */
async function importExtras(work: Work, change: ChangeOf<'importExtras'>): Promise<Outcome> {
  const { db } = work;
  const extras = await missing(db, change, work.now);
  const { tags, trash } = extras;
  if (tags.length + trash.length === 0) return outcomeOf(false);
  await db.tagInfo.bulkPut(tags);
  for (const { id } of tags) work.recordRef('tag', id, null, false);
  for (const { tombstone, row } of trash) {
    await db.tombstones.put(tombstone);
    await db.trash.put(row);
    // Recorded without an article: its row in the list stays as it is.
    work.recordRef('trash', tombstone.id, null, false);
    work.highest = Math.max(work.highest, tombstone.revision.counter, row.revision.counter);
  }
  const stones = trash.map(({ tombstone }) => tombstone);
  await db.applied.put({
    id: `${undoPrefix(change.importId)}${change.id}`,
    at: work.now,
    outcome: outcomeOf(true),
    extras: { tags, stones },
  });
  return outcomeOf(true);
}

/** Takes back what an import added, save for what was changed since. True where anything was taken back. */
export async function removeImportedExtras(work: Work, importId: string): Promise<boolean> {
  const { db } = work;
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  let changed = false;
  for (const { id, extras } of await db.applied.where('id').startsWith(undoPrefix(importId)).toArray()) {
    for (const tag of extras?.tags ?? []) {
      if (!isSame(await db.tagInfo.get(tag.id), tag)) continue;
      await db.tagInfo.delete(tag.id);
      work.recordRef('tag', tag.id, null, true);
      changed = true;
    }
    for (const stone of extras?.stones ?? []) {
      if (!isSame(await db.tombstones.get(stone.id), stone)) continue;
      await db.tombstones.delete(stone.id);
      await db.trash.delete(stone.id);
      work.recordRef('trash', stone.id, null, true);
      changed = true;
    }
    await db.applied.delete(id);
  }
  return changed;
}

/** The operation that adds what a file has beside its articles. */
export const extrasOperations = { importExtras };
