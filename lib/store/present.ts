import type { Table } from 'dexie';
import type { Present } from '../record/merge.ts';
import type { RawRow } from '../record/migrate.ts';
import type { ArticleBundle } from '../record/schema.ts';
import { trashId } from '../record/trash.ts';
import { liveCopies } from './articles.ts';
import type { Database } from './database.ts';
import { readAll } from './read.ts';
import type { Store } from './store.ts';

/** Up to this many keys of a table are read in one request, to find out which rows exist. */
const FEW = 1000;

/** The rows with these ids, by id. Asks only for rows that exist where the table has few rows. */
export async function rowsAt<R>(table: Table<R, string>, ids: string[]): Promise<Map<string, R>> {
  const keys = await table.toCollection().limit(FEW).primaryKeys();
  const known = keys.length < FEW ? new Set(keys) : null;
  const wanted = known ? ids.filter((id) => known.has(id)) : ids;
  if (wanted.length === 0) return new Map();
  const rows = await table.bulkGet(wanted);
  return new Map(rows.flatMap((row, i) => (row === undefined ? [] : [[wanted[i]!, row] as const])));
}

/**
 * Reads what the collection has of each of these imported articles: its row, texts and marks. `marks`: the stored marks
 * of all of them in their stored form, by id.
 */
export async function storedOf(
  store: Store,
  db: Database,
  bundles: ArticleBundle[],
): Promise<{ present: Present[]; marks: Map<string, RawRow> }> {
  const markIds = bundles.flatMap(({ annotations }) => annotations.map(({ id }) => id));
  const [articles, marks, stones] = await Promise.all([
    liveCopies(
      store,
      db,
      bundles.map(({ saved }) => saved),
    ),
    rowsAt(db.annotations, markIds),
    rowsAt(
      db.tombstones,
      markIds.map((id) => trashId('annotation', id)),
    ),
  ]);
  const texts = await Promise.all(
    articles.map(async (article) =>
      article ? db.texts.where('articleId').equals(article.id).primaryKeys() : [],
    ),
  );
  const present = bundles.map(({ annotations }, i) => {
    const own = annotations.flatMap(({ id }) => marks.get(id) ?? []);
    const deleted = annotations.flatMap(({ id }) => {
      const stone = stones.get(trashId('annotation', id));
      return stone ? [[id, stone.revision.counter] as const] : [];
    });
    return {
      article: articles[i] ?? null,
      texts: new Set(texts[i]!.map(([, sha256]) => sha256)),
      annotations: new Map(readAll(store, 'annotation', own).map((mark) => [mark.id, mark])),
      deleted: new Map(deleted),
    };
  });
  return { present, marks };
}
