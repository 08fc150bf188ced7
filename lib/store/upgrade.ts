import type { Transaction } from 'dexie';
import { Counts } from '../record/counts.ts';
import type { ListRow } from '../record/listRow.ts';
import { listRowOf } from '../record/listRowOf.ts';
import { type Kind, type Row, readRow } from '../record/migrate.ts';
import type { QuarantineReason } from '../record/quarantine.ts';
import type { RawRow } from '../record/rowForm.ts';
import { foldTag } from '../search/query.ts';
import { quarantineRow } from './quarantineRow.ts';

/** How many articles are read at one time. This bounds the memory. */
const AT_ONCE = 200;

/**
 * Upgrades the database from version 2: makes list rows and counters, and moves rows that cannot be read to the
 * quarantine. Articles, texts and marks stay as they are, because they are migrated whenever they are read. Runs in one
 * transaction, so that an interrupted upgrade leaves the old database.
 */
export async function upgradeTo3(tx: Transaction): Promise<void> {
  const articles = tx.table<RawRow, string>('articles');
  const annotations = tx.table<RawRow, string>('annotations');
  const texts = tx.table<RawRow, [string, string]>('texts');
  const at = new Date().toISOString();
  const counts = new Counts();

  const setAside = async (
    table: typeof articles | typeof annotations,
    raw: RawRow,
    reason: QuarantineReason,
    message: string,
  ) => {
    const key = raw.id as string;
    await tx.table('quarantine').put(quarantineRow(table.name, key, raw, reason, message, at));
    await table.delete(key);
  };
  /** Reads a row. Moves it to the quarantine and returns null if it cannot be read. */
  const readOrSetAside = async <K extends Kind>(kind: K, table: typeof articles, raw: RawRow) => {
    const reading = readRow(kind, raw);
    if (reading.ok) return reading.row;
    await setAside(table, raw, reading.reason, reading.message);
    return null;
  };

  const ids = await articles.toCollection().primaryKeys();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const marks = new Map<string, Row<'annotation'>[]>();
    for (const raw of await annotations.where('articleId').anyOf(some).toArray()) {
      const mark = await readOrSetAside('annotation', annotations, raw);
      if (mark) marks.set(mark.articleId, [...(marks.get(mark.articleId) ?? []), mark]);
    }
    const rows: ListRow[] = [];
    for (const raw of await articles.where('id').anyOf(some).toArray()) {
      const saved = await readOrSetAside('article', articles, raw);
      if (!saved) continue;
      const text = saved.taskCorrections.length ? await texts.get([saved.id, saved.sha256]) : undefined;
      // `upgradeTo13`, which follows, counts the texts of all articles at once.
      rows.push(listRowOf(saved, marks.get(saved.id) ?? [], String(text?.text ?? ''), 1));
    }
    for (const row of rows) counts.count(row);
    await tx.table('list').bulkPut(rows);
  }

  // Moves marks of missing articles to the quarantine. No view can show them.
  const known = new Set<unknown>(ids);
  const orphans = await annotations.filter(({ articleId }) => !known.has(articleId)).toArray();
  for (const raw of orphans) await setAside(annotations, raw, 'orphan', 'its article is not there');

  await tx.table('tags').bulkPut([...counts.tags].map(([id, count]) => ({ id, ...count })));
  await tx.table('counts').put({ id: 'collection', ...counts.collection });
}

/**
 * Upgrades from version 6: adds to each tag the form by which tags are found, without differences of case and width.
 */
export const upgradeTo7 = (tx: Transaction): Promise<unknown> =>
  tx
    .table<{ id: string; fold?: string }>('tags')
    .toCollection()
    .modify((tag) => {
      tag.fold = foldTag(tag.id);
    });

/** Upgrades from version 12: notes in the list which articles have been saved with several texts. */
export async function upgradeTo13(tx: Transaction): Promise<void> {
  const keys = await tx.table<RawRow, [string, string]>('texts').toCollection().primaryKeys();
  // The keys are sorted by article.
  const changed = new Set(keys.flatMap(([id], i) => (keys[i - 1]?.[0] === id ? id : [])));
  await Promise.all([...changed].map((id) => tx.table('list').update(id, { changed: true })));
}
