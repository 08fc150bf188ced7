import type { Table } from 'dexie';
import type { BundleMerge, Present } from '../record/merge.ts';
import type { RawRow } from '../record/rowForm.ts';
import type { ArticleBundle } from '../record/schema.ts';
import { trashId } from '../record/trash.ts';
import type { Database } from './database.ts';
import { liveCopies } from './findArticles.ts';
import { isEmpty, readAll } from './read.ts';
import type { Store } from './store.ts';

/**
 * Reads the rows with these ids, by id. If the table has few rows, first reads its keys, and then asks only for rows
 * that exist.
 */
export async function rowsAt<R>(table: Table<R, string>, ids: string[]): Promise<Map<string, R>> {
  const few = 2 * ids.length + 1;
  const keys = await table.toCollection().limit(few).primaryKeys();
  const known = keys.length < few ? new Set(keys) : null;
  const wanted = known ? ids.filter((id) => known.has(id)) : ids;
  if (wanted.length === 0) return new Map();
  const rows = await table.bulkGet(wanted);
  return new Map(rows.flatMap((row, i) => (row === undefined ? [] : [[wanted[i]!, row] as const])));
}

/**
 * Reads what the collection has of each of these imported articles: its row, texts and marks. `marks`: the marks of
 * all these articles in their stored form, by id.
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

/**
 * Whether nothing of each of these imported articles is stored, not even what a damaged article has left: its list
 * row, or marks. `merges`: how each is merged into the collection. `marks`: as `storedOf` returns them.
 */
export async function areNew(
  db: Database,
  bundles: ArticleBundle[],
  merges: BundleMerge[],
  marks: Map<string, RawRow>,
): Promise<boolean[]> {
  const ids = merges.flatMap(({ kind, articleId }) => (kind === 'add' ? [articleId] : []));
  const [articles, rows, hasNoMarks] = await Promise.all([
    rowsAt(db.articles, ids),
    rowsAt(db.list, ids),
    isEmpty(db.annotations),
  ]);
  const counts = hasNoMarks
    ? []
    : await Promise.all(ids.map((id) => db.annotations.where('articleId').equals(id).count()));
  const isMarked = new Set(ids.filter((_, i) => counts[i]));
  return merges.map(
    ({ kind, articleId }, i) =>
      kind === 'add' &&
      !articles.has(articleId) &&
      !rows.has(articleId) &&
      !isMarked.has(articleId) &&
      !bundles[i]!.annotations.some(({ id }) => marks.has(id)),
  );
}
