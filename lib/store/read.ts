import { type Kind, type RawRow, type Row, readRow } from '../record/migrate.ts';
import type { Store } from './store.ts';

/** Where rows of a kind stand. */
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

/** A row as read; null where there is none, or none that can be read: that one is set aside. */
export function readOne<K extends Kind>(store: Store, kind: K, raw: unknown): Row<K> | null {
  if (raw === undefined) return null;
  const reading = readRow(kind, raw);
  if (reading.ok) return reading.row;
  const { reason, message } = reading;
  store.report({ table: TABLES[kind], key: keyOf(kind, raw as RawRow), reason, message });
  return null;
}

/** Those of these rows that can be read; the others are set aside. */
export const readAll = <K extends Kind>(store: Store, kind: K, raws: unknown[]): Row<K>[] =>
  raws.flatMap((raw) => readOne(store, kind, raw) ?? []);
