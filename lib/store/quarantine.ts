import type { Ref } from '../record/changeNotice.ts';
import { type Kind, readRow } from '../record/migrate.ts';
import { QuarantineRow } from '../record/quarantine.ts';
import type { RawRow } from '../record/rowForm.ts';
import { refreshList } from './listing.ts';
import { quarantineId, quarantineRow } from './quarantineRow.ts';
import { TABLES } from './read.ts';
import { removeFile, removeSnapshotsOf } from './snapshots.ts';
import type { BadRow, Store } from './store.ts';

const KIND_OF = Object.fromEntries(Object.entries(TABLES).map(([kind, table]) => [table, kind])) as Record<
  string,
  Kind | undefined
>;

/**
 * The article whose list row must be made anew when a row of this table is moved to the quarantine; null where there is
 * none.
 */
const articleOf = (table: string, raw: RawRow): string | null => {
  const id =
    table === 'annotations' ? raw.articleId : table === 'articles' || table === 'list' ? raw.id : null;
  return typeof id === 'string' ? id : null;
};

const isRow = (raw: unknown): raw is RawRow => typeof raw === 'object' && raw !== null;

/**
 * Moves rows that cannot be read from their tables into the quarantine, unchanged. Leaves a row in place if it can be
 * read after all. Unreadable list rows are not kept but made anew.
 */
export async function setAside(store: Store, rows: BadRow[]): Promise<void> {
  if (await store.readOnly()) return;
  const db = await store.writing();
  const refs: Ref[] = [];
  await db.transaction('rw', db.tables, async () => {
    const articleIds = new Set<string>();
    for (const { table, key, reason, message } of rows) {
      const raw = await db.table(table).get(key as string);
      const kind = KIND_OF[table];
      if (!isRow(raw) || !kind || readRow(kind, raw).row) continue;
      const articleId = articleOf(table, raw);
      if (articleId) articleIds.add(articleId);
      if (table === 'list') continue;
      const row = quarantineRow(table, key, raw, reason, message, store.now().toISOString());
      await db.quarantine.put(row);
      await db.table(table).delete(key as string);
      refs.push({ kind: 'quarantine', id: row.id, articleId, gone: false });
    }
    await refreshList(store, db, articleIds);
  });
  if (refs.length) store.feed.announce({ counter: 0, refs });
}

/** The rows in the quarantine, the latest first. */
export async function listQuarantine(store: Store, limit = 100): Promise<QuarantineRow[]> {
  await store.settled();
  const db = await store.reading();
  const raws = await db.quarantine.orderBy('at').reverse().limit(limit).toArray();
  return raws.flatMap((raw) => QuarantineRow.safeParse(raw).data ?? []);
}

/**
 * The unreadable rows that an export of these articles leaves out: quarantined rows of these articles, and quarantined
 * rows whose article is unknown.
 */
export async function unreadOf(
  store: Store,
  articleIds: string[],
): Promise<{ id: string; table: string; reason: string; message: string }[]> {
  await store.settled();
  const db = await store.reading();
  const whole = articleIds.length >= (await db.list.count());
  const wanted = new Set<unknown>(articleIds);
  const found: QuarantineRow[] = [];
  await db.quarantine.each((raw) => {
    const row = QuarantineRow.safeParse(raw).data;
    if (!row || row.table === 'tombstones' || row.table === 'trash') return;
    const owner = isRow(row.raw) ? (row.raw.articleId ?? row.raw.id) : null;
    if (whole || wanted.has(owner)) found.push(row);
  });
  return found.map(({ id, table, reason, message }) => ({ id, table, reason, message }));
}

/** Whether an article's row is in the quarantine. Such an article cannot be shown, but was not deleted. */
export async function isSetAside(store: Store, articleId: string): Promise<boolean> {
  await store.settled();
  const rows = (await store.reading()).quarantine;
  return (await rows.get(quarantineId('articles', articleId))) !== undefined;
}

/** A row of the quarantine as JSON, to be saved as a file; null where the row no longer exists. */
export async function rawJson(store: Store, id: string): Promise<string | null> {
  const row = await (await store.reading()).quarantine.get(id);
  return row ? JSON.stringify(row, null, 2) : null;
}

/**
 * Deletes a quarantined row for good. Deletes an article's texts, marks and snapshots with it, because nothing else shows
 * them.
 */
export async function deleteQuarantined(store: Store, id: string): Promise<void> {
  const db = await store.writing();
  const articleId = await db.transaction('rw', db.tables, async () => {
    const row = await db.quarantine.get(id);
    if (!row) return null;
    const key = String(row.key);
    // If an article with this id exists again, the texts, marks and snapshots belong to that article and stay.
    if (row.table === 'articles' && !(await db.articles.get(key))) {
      for (const table of [db.texts, db.annotations]) await table.where('articleId').equals(key).delete();
      await removeSnapshotsOf(db, key);
    }
    if (row.table === 'snapshots' && !(await db.snapshots.get(key))) await removeFile(db, key);
    await db.quarantine.delete(id);
    return isRow(row.raw) ? articleOf(row.table, row.raw) : null;
  });
  store.feed.announce({ counter: 0, refs: [{ kind: 'quarantine', id, articleId, gone: true }] });
}

/**
 * Puts rows of the quarantine back into their tables if this version of the extension can read them: an update may know
 * a form that an earlier version did not. Returns the number of rows. A row whose key is in use again stays in the
 * quarantine.
 */
export async function readmit(store: Store): Promise<number> {
  const db = await store.writing();
  const refs: Ref[] = [];
  await db.transaction('rw', db.tables, async () => {
    const articleIds = new Set<string>();
    for (const row of await db.quarantine.toArray()) {
      const kind = KIND_OF[row.table];
      if (!kind || !isRow(row.raw) || !readRow(kind, row.raw).row) continue;
      const articleId = articleOf(row.table, row.raw);
      if (await db.table(row.table).get(row.key as string)) continue;
      if (row.table === 'annotations' && !(articleId && (await db.articles.get(articleId)))) continue;
      await db.table(row.table).put(row.raw);
      await db.quarantine.delete(row.id);
      if (articleId) articleIds.add(articleId);
      refs.push({ kind: 'quarantine', id: row.id, articleId, gone: true });
    }
    await refreshList(store, db, articleIds);
  });
  if (refs.length) store.feed.announce({ counter: 0, refs });
  return refs.length;
}
