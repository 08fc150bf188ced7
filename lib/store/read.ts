import { type Kind, type RawRow, type Row, readRow } from '../record/migrate.ts';
import type { Store } from './store.ts';

/** The table of each kind of row. */
export const TABLES = {
  article: 'articles',
  text: 'texts',
  annotation: 'annotations',
  listRow: 'list',
  tombstone: 'tombstones',
  trash: 'trash',
} as const satisfies Record<Kind, string>;

/** The key of a row in its table. */
export const keyOf = (kind: Kind, raw: RawRow): unknown =>
  kind === 'text' ? [raw.articleId, raw.sha256] : raw.id;

/** Reads a row; null where there is none, or where it cannot be read and is set aside. */
export function readOne<K extends Kind>(store: Store, kind: K, raw: unknown): Row<K> | null {
  if (raw === undefined) return null;
  const reading = readRow(kind, raw);
  if (reading.ok) return reading.row;
  const { reason, message } = reading;
  store.report({ table: TABLES[kind], key: keyOf(kind, raw as RawRow), reason, message });
  return null;
}

/** Reads these rows. Leaves out missing rows, and rows that cannot be read, which are set aside. */
export const readAll = <K extends Kind>(store: Store, kind: K, raws: unknown[]): Row<K>[] =>
  raws.flatMap((raw) => readOne(store, kind, raw) ?? []);
