import type { ChangeOf, Outcome } from '../record/change.ts';
import { type BundleMerge, type ImportUndo, mergeBundle, type Present } from '../record/merge.ts';
import { type RawRow, readRow } from '../record/migrate.ts';
import type { ArticleBundle } from '../record/schema.ts';
import { trashId } from '../record/trash.ts';
import { liveCopyOf } from './articles.ts';
import type { Database } from './database.ts';
import { StoreError } from './errors.ts';
import { removeImportedExtras } from './extras.ts';
import { readAll } from './read.ts';
import type { Store } from './store.ts';
import { outcomeOf, type Work } from './work.ts';

const undoPrefix = (importId: string) => `import:${importId}:`;

/**
 * Reads what the collection already has of an imported article: its row, texts and marks. An import merges these with
 * the imported article.
 */
async function presentOf(
  store: Store,
  db: Database,
  { saved, annotations }: ArticleBundle,
): Promise<Present> {
  const ids = annotations.map(({ id }) => id);
  const [article, marks, tombstones] = await Promise.all([
    liveCopyOf(store, db, saved),
    db.annotations.bulkGet(ids),
    db.tombstones.bulkGet(ids.map((id) => trashId('annotation', id))),
  ]);
  const keys = article ? await db.texts.where('articleId').equals(article.id).primaryKeys() : [];
  return {
    article,
    texts: new Set(keys.map(([, sha256]) => sha256)),
    annotations: new Map(readAll(store, 'annotation', marks).map((mark) => [mark.id, mark])),
    deleted: new Map(tombstones.flatMap((one, i) => (one ? [[ids[i]!, one.revision.counter] as const] : []))),
  };
}

/** Computes what the import of each of these articles would change. Writes nothing. */
export async function previewImports(store: Store, bundles: ArticleBundle[]): Promise<BundleMerge[]> {
  const db = await store.reading();
  return db.transaction('r', [db.articles, db.texts, db.annotations, db.tombstones], () =>
    Promise.all(bundles.map(async (bundle) => mergeBundle(await presentOf(store, db, bundle), bundle))),
  );
}

function readable<K extends 'article' | 'text' | 'annotation'>(kind: K, raw: RawRow) {
  const reading = readRow(kind, raw);
  if (!reading.ok) throw new StoreError('unreadable', reading.message);
  if (reading.newer) throw new StoreError('newer', `A ${kind} is of a newer version.`);
  return reading.row;
}

/** Imports an exported article, and stores the data to undo the import. */
async function importArticle(work: Work, change: ChangeOf<'importArticle'>): Promise<Outcome> {
  const { db } = work;
  const bundle: ArticleBundle = {
    saved: readable('article', change.article),
    texts: change.texts.map((raw) => readable('text', raw)),
    annotations: change.annotations.map((raw) => readable('annotation', raw)),
  };
  const merge = mergeBundle(await presentOf(work.store, db, bundle), bundle);
  const { articleId } = merge;
  const about = { articleId, created: merge.kind === 'add' };
  if (merge.kind === 'left') return outcomeOf(false, about);
  const tableOf = (kind: 'article' | 'annotation') => (kind === 'article' ? db.articles : db.annotations);
  const { article } = merge;
  const all = [
    ...(article.row ? [{ kind: 'article' as const, row: article.row, stamped: article.stamped }] : []),
    ...merge.annotations.flatMap(({ row, stamped }) =>
      row ? [{ kind: 'annotation' as const, row, stamped }] : [],
    ),
  ];
  // Reads and writes the rows at the same time, because an import spends most of its time waiting for the database.
  const [before] = await Promise.all([
    Promise.all(all.map(({ kind, row }) => tableOf(kind).get(row.id))),
    // Throws where a newer version of the extension wrote the stored row, which must not be overwritten.
    work.get('article', articleId),
  ]);
  const undo: ImportUndo = {
    articleId,
    rows: all.map(({ kind, row, stamped }, i) => {
      const { modified, revision } = stamped ? row : { modified: work.now, revision: work.revision };
      return { kind, id: row.id, before: before[i] ?? null, after: { modified, revision } };
    }),
    texts: merge.texts.map(({ sha256 }) => sha256),
  };
  await Promise.all([
    ...all.map(({ kind, row, stamped }) =>
      stamped ? work.putStamped(kind, row as never) : work.put(kind, row as never),
    ),
    ...merge.texts.map((text) => work.putStamped('text', text)),
    db.applied.put({
      id: `${undoPrefix(change.importId)}${articleId}:${change.id}`,
      at: work.now,
      outcome: outcomeOf(true, about),
      undo,
    }),
  ]);
  return outcomeOf(true, about);
}

/** Whether a row is still exactly as the import wrote it. */
const isUntouched = (now: RawRow | undefined, after: ImportUndo['rows'][number]['after']): now is RawRow =>
  JSON.stringify(now?.revision) === JSON.stringify(after.revision) && now?.modified === after.modified;

/**
 * Undoes an import, but keeps what the person has edited since. An imported article stays if its marks were edited or
 * new ones were made.
 */
async function undoImport(work: Work, { importId }: ChangeOf<'undoImport'>): Promise<Outcome> {
  const { db } = work;
  const entries = await db.applied.where('id').startsWith(undoPrefix(importId)).toArray();
  let changed = await removeImportedExtras(work, importId);
  // Undoes the last entry first, because one import can have changed the same article twice.
  for (const { id, undo } of entries.sort((a, b) => (a.at < b.at ? 1 : -1))) {
    if (!undo) continue;
    const { articleId } = undo;
    const back = async ({ kind, id, before, after }: ImportUndo['rows'][number]) => {
      const table = kind === 'article' ? db.articles : db.annotations;
      if (!isUntouched(await table.get(id), after)) return;
      if (before) await table.put(before);
      else await table.delete(id);
      work.recordRef(kind, id, articleId, !before);
      changed = true;
    };
    for (const row of undo.rows) if (row.kind === 'annotation') await back(row);
    const own = undo.rows.find(({ kind }) => kind === 'article');
    const isNeeded =
      own?.before === null && (await db.annotations.where('articleId').equals(articleId).count()) > 0;
    if (own && !isNeeded) await back(own);
    const article = await db.articles.get(articleId);
    const pointedInto = new Set(
      (await work.marksOf(articleId)).map(({ target }) => target.captured?.sha256 ?? ''),
    );
    for (const sha256 of undo.texts) {
      if (article && (article.sha256 === sha256 || pointedInto.has(sha256))) continue;
      await db.texts.delete([articleId, sha256]);
      work.recordRef('text', `${articleId}/${sha256}`, articleId, true);
    }
    await db.applied.delete(id);
  }
  return outcomeOf(changed);
}

/** The functions that import an exported article and that undo an import; write.ts calls them. */
export const importOperations = { importArticle, undoImport };
