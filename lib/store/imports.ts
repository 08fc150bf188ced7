import type { ChangeOf, Outcome } from '../record/change.ts';
import { type ImportPreview, type ImportUndo, mergeBundle, rowsOfUndo } from '../record/merge.ts';
import type { RawRow } from '../record/rowForm.ts';
import { type ArticleBundle, textId } from '../record/schema.ts';
import { removeImportedExtras } from './extras.ts';
import { areNew, storedOf } from './present.ts';
import { isEmpty } from './read.ts';
import { stateOf } from './revision.ts';
import type { Store } from './store.ts';
import { outcomeOf, type Work } from './work.ts';

/** The beginning of the ids in the table `applied` under which an import is recorded, to undo it. */
export const undoPrefix = (importId: string) => `import:${importId}:`;

/** Computes what the import of each of these articles would change. Writes nothing. */
export async function previewImports(store: Store, bundles: ArticleBundle[]): Promise<ImportPreview[]> {
  const db = await store.reading();
  const { articles, texts, annotations, tombstones, list, quarantine, meta } = db;
  const tables = [articles, texts, annotations, tombstones, list, quarantine, meta];
  return db.transaction('r', tables, async () => {
    const { present, marks } = await storedOf(store, db, bundles);
    const merges = bundles.map((bundle, i) => mergeBundle(present[i]!, bundle));
    const [state, isWhole, isNew] = await Promise.all([
      stateOf(db),
      isEmpty(quarantine),
      areNew(db, bundles, merges, marks),
    ]);
    return merges.map((merge, i) => {
      // Counts nothing as absent while rows are in the quarantine: a row can be put back from there without a change of
      // the collection's state.
      const isAbsent = isWhole && isNew[i] && present[i]!.deleted.size === 0;
      return { ...merge, absentAt: isAbsent ? state : null };
    });
  });
}

/** Whether a row is still exactly as the import wrote it. */
const isUntouched = (now: RawRow | undefined, after: ImportUndo['rows'][number]['after']): now is RawRow =>
  JSON.stringify(now?.revision) === JSON.stringify(after.revision) && now?.modified === after.modified;

type UndoneRow = ImportUndo['rows'][number] & { articleId: string };

/** Puts rows back as they were before an import, except those changed since. True where any was put back. */
async function putBack(work: Work, kind: UndoneRow['kind'], rows: UndoneRow[]): Promise<boolean> {
  const table = kind === 'article' ? work.db.articles : work.db.annotations;
  const now = await table.bulkGet(rows.map(({ id }) => id));
  const untouched = rows.filter(({ after }, i) => isUntouched(now[i], after));
  await table.bulkPut(untouched.flatMap(({ before }) => (before ? [before] : [])));
  await table.bulkDelete(untouched.flatMap(({ id, before }) => (before ? [] : [id])));
  for (const { id, articleId, before } of untouched) work.recordRef(kind, id, articleId, !before);
  return untouched.length > 0;
}

/** Deletes the texts that an import added, except an article's present text and those that marks point into. */
async function deleteTexts(work: Work, undos: ImportUndo[]): Promise<void> {
  const { db } = work;
  const articles = await db.articles.bulkGet(undos.map(({ articleId }) => articleId));
  const marks = await Promise.all(undos.map(({ articleId }) => work.marksOf(articleId)));
  const keys = undos.flatMap(({ articleId, texts }, i) => {
    const needed = new Set(marks[i]!.map(({ target }) => target.captured?.sha256));
    return texts
      .filter((sha256) => !articles[i] || (articles[i].sha256 !== sha256 && !needed.has(sha256)))
      .map((sha256): [string, string] => [articleId, sha256]);
  });
  await db.texts.bulkDelete(keys);
  for (const [articleId, sha256] of keys) work.recordRef('text', textId(articleId, sha256), articleId, true);
}

/** Undoes the import of several articles, each of which is among them once. */
async function undoArticles(work: Work, undos: ImportUndo[]): Promise<boolean> {
  const rows = undos.flatMap((undo) =>
    rowsOfUndo(undo).map((row) => ({ ...row, articleId: undo.articleId })),
  );
  const marksBack = await putBack(
    work,
    'annotation',
    rows.filter(({ kind }) => kind === 'annotation'),
  );
  const articles = rows.filter(({ kind }) => kind === 'article');
  const marks = await Promise.all(
    articles.map(({ id, before }) =>
      before ? 0 : work.db.annotations.where('articleId').equals(id).count(),
    ),
  );
  const articlesBack = await putBack(
    work,
    'article',
    articles.filter((_, i) => marks[i] === 0),
  );
  await deleteTexts(work, undos);
  return marksBack || articlesBack;
}

/**
 * Undoes an import, but keeps what the person has edited since. An imported article stays if its marks were edited or
 * new ones were made.
 */
async function undoImport(work: Work, { importId }: ChangeOf<'undoImport'>): Promise<Outcome> {
  const { db } = work;
  const entries = await db.applied.where('id').startsWith(undoPrefix(importId)).toArray();
  let changed = await removeImportedExtras(work, importId);
  // Undoes the last entry first, because one import can have changed the same article twice.
  entries.sort((a, b) => (b.seq ?? 0) - (a.seq ?? 0) || (a.at < b.at ? 1 : -1));
  for (const { undo, undos = undo ? [undo] : [] } of entries)
    if (await undoArticles(work, undos)) changed = true;
  await db.applied.bulkDelete(entries.map(({ id }) => id));
  return outcomeOf(changed);
}

/** The function that undoes an import; write.ts calls it. */
export const importOperations = { undoImport };
