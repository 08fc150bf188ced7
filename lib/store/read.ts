import type { Table } from 'dexie';
import { type Kind, type Row, readRow } from '../record/migrate.ts';
import type { RawRow } from '../record/rowForm.ts';
import type { Store } from './store.ts';

/** The database table for each kind of row. */
export const TABLES = {
  article: 'articles',
  text: 'texts',
  annotation: 'annotations',
  snapshot: 'snapshots',
  listRow: 'list',
  tombstone: 'tombstones',
  trash: 'trash',
} as const satisfies Record<Kind, string>;

export const isEmpty = async (table: Table): Promise<boolean> =>
  (await table.toCollection().limit(1).primaryKeys()).length === 0;

/** The key of a row in its table. */
export const keyOf = (kind: Kind, raw: RawRow): unknown =>
  kind === 'text' ? [raw.articleId, raw.sha256] : raw.id;

/**
 * Checks and migrates a row from the database. Null where there is no row, or where the row cannot be read and goes to
 * the quarantine.
 */
export function readOne<K extends Kind>(store: Store, kind: K, raw: unknown): Row<K> | null {
  if (raw === undefined) return null;
  const reading = readRow(kind, raw);
  if (reading.ok) return reading.row;
  const { reason, message } = reading;
  store.report({ table: TABLES[kind], key: keyOf(kind, raw as RawRow), reason, message });
  return null;
}

/**
 * Checks and migrates these rows. Leaves out missing rows, and rows that cannot be read, which go to the quarantine.
 */
export const readAll = <K extends Kind>(store: Store, kind: K, raws: unknown[]): Row<K>[] =>
  raws.flatMap((raw) => readOne(store, kind, raw) ?? []);
