import type { ChangeOf, Outcome } from '../record/change.ts';
import { type ImportPreview, type ImportUndo, mergeBundle, rowsOfUndo } from '../record/merge.ts';
import type { RawRow } from '../record/rowForm.ts';
import { type ArticleBundle, textId } from '../record/schema.ts';
import type { Applied, Database } from './database.ts';
import { removeImportedExtras, undoExtrasPrefix } from './extras.ts';
import { areNew, storedOf } from './present.ts';
import { isEmpty, readAll } from './read.ts';
import { stateOf } from './revision.ts';
import type { Store } from './store.ts';
import { outcomeOf, type Work } from './work.ts';

/** The beginning of the ids in the table `applied` under which an import is recorded, to undo it. */
const undoPrefix = (importId: string) => `import:${importId}:`;
/** The beginning of those ids that sort in the order of the import. Ids made by earlier versions lack the `@`. */
const orderedPrefix = (importId: string) => `${undoPrefix(importId)}@`;
/**
 * The number of digits to which the revision counter in such an id is padded, so that the ids sort by it. An integer of
 * JavaScript has at most 16.
 */
const DIGITS = 16;

/** The id of the record of some imported articles. `seq`: the revision counter before they were imported. */
export const undoId = (importId: string, seq: number): string =>
  `${orderedPrefix(importId)}${String(seq).padStart(DIGITS, '0')}:${crypto.randomUUID()}`;

/** Whether articles of an import are recorded, so that they can be undone. */
export async function isRecorded(store: Store, importId: string): Promise<boolean> {
  const { applied } = await store.reading();
  return (await applied.where('id').startsWith(undoPrefix(importId)).count()) > 0;
}

/** Deletes the records of an import, which can then no longer be undone. */
export async function forgetImport(store: Store, importId: string): Promise<void> {
  const { applied } = await store.writing();
  for (const prefix of [undoPrefix(importId), undoExtrasPrefix(importId)])
    await applied.where('id').startsWith(prefix).delete();
}

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
const isUntouched = (now: RawRow | undefined, after: UndoneRow['after']): now is RawRow =>
  JSON.stringify(now?.revision) === JSON.stringify(after.revision) && now?.modified === after.modified;

type UndoneRow = ImportUndo['rows'][number];

/** An imported article, and what is stored of it now. */
type Undone = ImportUndo & { article: RawRow | undefined; marks: Map<string, RawRow> };

/** Reads what is stored now of each of these imported articles. */
async function undonesOf({ db }: Work, undos: ImportUndo[]): Promise<Undone[]> {
  // Asks for all marks of an article at once, because each answer of the database takes long.
  const [articles, marks] = await Promise.all([
    db.articles.bulkGet(undos.map(({ articleId }) => articleId)),
    Promise.all(undos.map(({ articleId }) => db.annotations.where('articleId').equals(articleId).toArray())),
  ]);
  return undos.map((undo, i) => ({
    ...undo,
    article: articles[i],
    marks: new Map(marks[i]!.map((mark) => [String(mark.id), mark])),
  }));
}

/** Plans the undo of one article: rows to put back, and the keys of rows and texts to delete. */
function planUndo({ store }: Work, { article, marks, ...undo }: Undone) {
  const rows = rowsOfUndo(undo);
  const markRows = rows.filter(
    ({ kind, id, after }) => kind === 'annotation' && isUntouched(marks.get(id), after),
  );
  const left = new Map(marks);
  for (const { id, before } of markRows)
    if (before) left.set(id, before);
    else left.delete(id);
  // An added article stays where it has marks that the import did not add, or that were edited since.
  const articleRow = rows.find(
    ({ kind, before, after }) =>
      kind === 'article' && (before || left.size === 0) && isUntouched(article, after),
  );
  const stays = articleRow ? articleRow.before : article;
  const needed = new Set<unknown>(
    stays
      ? [
          stays.sha256,
          ...readAll(store, 'annotation', [...left.values()]).map((mark) => mark.target.captured?.sha256),
        ]
      : [],
  );
  return { markRows, articleRow, texts: undo.texts.filter((sha256) => !needed.has(sha256)) };
}

/** Undoes the import of several articles, each of which is among them once. */
async function undoArticles(work: Work, undos: ImportUndo[]): Promise<boolean> {
  const { db } = work;
  const plans = (await undonesOf(work, undos)).map((undone) => ({
    articleId: undone.articleId,
    ...planUndo(work, undone),
  }));
  const marks = plans.flatMap(({ markRows }) => markRows);
  const articles = plans.flatMap(({ articleRow }) => articleRow ?? []);
  const texts = plans.flatMap(({ articleId, texts }) =>
    texts.map((sha256): [string, string] => [articleId, sha256]),
  );
  const beforeOf = (rows: UndoneRow[]) => rows.map(({ before }) => before).filter((row) => row !== null);
  const addedOf = (rows: UndoneRow[]) => rows.flatMap(({ id, before }) => (before ? [] : [id]));
  await Promise.all([
    db.annotations.bulkPut(beforeOf(marks)),
    db.annotations.bulkDelete(addedOf(marks)),
    db.articles.bulkPut(beforeOf(articles)),
    db.articles.bulkDelete(addedOf(articles)),
    db.texts.bulkDelete(texts),
  ]);
  for (const { articleId, markRows } of plans)
    for (const { id, before } of markRows) work.recordRef('annotation', id, articleId, !before);
  for (const { id, before } of articles) work.recordRef('article', id, id, !before);
  for (const [articleId, sha256] of texts) work.recordRef('text', textId(articleId, sha256), articleId, true);
  return marks.length + articles.length > 0;
}

/** How many records of an import, each of about 50 articles, are undone in one transaction. */
const UNDONE_AT_ONCE = 4;

/**
 * The records of an import that are undone next: the last first, because one import can have changed an article
 * twice.
 */
async function recordsToUndo({ applied }: Database, importId: string): Promise<Applied[]> {
  const last = await applied
    .where('id')
    .startsWith(orderedPrefix(importId))
    .reverse()
    .limit(UNDONE_AT_ONCE)
    .toArray();
  if (last.length) return last;
  const old = await applied.where('id').startsWith(undoPrefix(importId)).toArray();
  return old.sort((a, b) => (b.seq ?? 0) - (a.seq ?? 0) || (a.at < b.at ? 1 : -1));
}

/**
 * Groups the undo data of articles, and keeps their order. The articles and marks of a group are all different, so
 * that the group can be undone at the same time, which is faster.
 */
function groupsOf(records: Applied[]): ImportUndo[][] {
  const groups: ImportUndo[][] = [];
  let taken = new Set<string>();
  for (const { undo, undos = undo ? [undo] : [] } of records) {
    const ids = undos.flatMap((one) => [one.articleId, ...rowsOfUndo(one).map(({ id }) => id)]);
    const last = groups.at(-1);
    if (last && ids.every((id) => !taken.has(id))) last.push(...undos);
    else {
      groups.push([...undos]);
      taken = new Set();
    }
    for (const id of ids) taken.add(id);
  }
  return groups;
}

/**
 * Undoes the last articles of an import that are not undone yet, but keeps what the person has edited since. An
 * imported article stays if its marks were edited or new ones were made. `undoImport` repeats this until all articles
 * are undone.
 */
async function undoLastArticles(work: Work, { importId }: ChangeOf<'undoImport'>): Promise<Outcome> {
  const { db } = work;
  let changed = await removeImportedExtras(work, importId);
  const records = await recordsToUndo(db, importId);
  for (const undos of groupsOf(records)) if (await undoArticles(work, undos)) changed = true;
  await db.applied.bulkDelete(records.map(({ id }) => id));
  return outcomeOf(changed);
}

/** The function that undoes a part of an import; write.ts calls it. */
export const importOperations = { undoImport: undoLastArticles };
