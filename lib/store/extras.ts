import type { ChangeOf, Outcome } from '../record/change.ts';
import type { TagInfo } from '../record/tagInfo.ts';
import type { Tombstone, TrashContent, TrashEntry } from '../record/trash.ts';
import type { Database } from './database.ts';
import { readOne } from './read.ts';
import type { Store } from './store.ts';
import { outcomeOf, type Work } from './work.ts';

/**
 * The parts of an exported file, apart from its articles, that the database keeps: descriptions of tags, and the trash.
 */
export type StoredExtras = { tags: TagInfo[]; trash: TrashEntry[] };

/** Content of the trash that an exported file can have. */
type ExportedContent = Exclude<TrashContent, { kind: 'snapshot' }>;

/** The content of an exported entry of the trash. Leaves out snapshots, because exported files do not have them. */
function withoutFiles(content: TrashContent): ExportedContent | null {
  if (content.kind === 'snapshot') return null;
  if (content.kind !== 'article') return content;
  const { snapshots: _, ...rest } = content;
  return rest;
}

/** All entries of the trash that can be restored, with their content, in the order of ids. */
export async function trashEntries(store: Store): Promise<TrashEntry[]> {
  const db = await store.reading();
  return db.transaction('r', db.tombstones, db.trash, async () => {
    const rows = await db.trash.toArray();
    const stones = await db.tombstones.bulkGet(rows.map(({ id }) => id));
    return rows.flatMap((raw, i) => {
      const tombstone = readOne(store, 'tombstone', stones[i]);
      const row = readOne(store, 'trash', raw);
      const content = row && withoutFiles(row.content);
      return tombstone?.expires && content ? [{ tombstone, row: { ...row, content } }] : [];
    });
  });
}

/** Whether the deleted item exists in the collection. Its entry in the trash is then out of date. */
async function isThere(db: Database, tombstone: Tombstone, content: ExportedContent): Promise<boolean> {
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
  for (const [i, { tombstone, row }] of trash.entries()) {
    // A file cannot bring snapshots, so what it says of them is left out.
    const content = withoutFiles(row.content);
    if (!content || stones[i] || (tombstone.expires ?? '') <= now) continue;
    if (!(await isThere(db, tombstone, content))) deleted.push({ tombstone, row: { ...row, content } });
  }
  return { tags: tags.filter((_, i) => !kept[i]), trash: deleted };
}

/**
 * Finds which of these descriptions of tags and entries of the trash the database lacks. Leaves out entries whose
 * time in the trash is over. Writes nothing.
 */
export async function missingExtras(store: Store, extras: StoredExtras): Promise<StoredExtras> {
  const db = await store.reading();
  return db.transaction('r', [db.articles, db.annotations, db.tags, db.tagInfo, db.tombstones], () =>
    missing(db, extras, store.now().toISOString()),
  );
}

/**
 * The beginning of the ids in the table `applied` under which an import's tags and trash are recorded, to undo them.
 */
export const undoExtrasPrefix = (importId: string) => `import-extras:${importId}:`;

/** Adds the descriptions of tags and the trash that the database lacks, and stores the data to undo this. */
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
    // Gives no article id, so that the article's row in the list is not made anew. The trash changes nothing in it.
    work.recordRef('trash', tombstone.id, null, false);
    work.highest = Math.max(work.highest, tombstone.revision.counter, row.revision.counter);
  }
  const stones = trash.map(({ tombstone }) => tombstone);
  await db.applied.put({
    id: `${undoExtrasPrefix(change.importId)}${change.id}`,
    at: work.now,
    outcome: outcomeOf(true),
    extras: { tags, stones },
  });
  return outcomeOf(true);
}

/**
 * Removes the descriptions of tags and the trash entries that an import added, except those changed since. True where
 * anything was removed.
 */
export async function removeImportedExtras(work: Work, importId: string): Promise<boolean> {
  const { db } = work;
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  let changed = false;
  for (const { id, extras } of await db.applied
    .where('id')
    .startsWith(undoExtrasPrefix(importId))
    .toArray()) {
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

/** The function that adds the tag descriptions and the trash of an exported file; write.ts calls it. */
export const extrasOperations = { importExtras };
