/** The public interface of this folder. Other parts import only from here. */
export * from './actions.ts';
export { annotationsOf, getAnnotation, listAnnotations } from './annotations.ts';
export { articlesOf, getArticle, lastRevision } from './articles.ts';
export { bundlesInTurn, getBundle, getBundles } from './bundles.ts';
export type { Transport } from './changes.ts';
export type { IndexCheck } from './checkIndex.ts';
export { deleteDamaged } from './deleteDamaged.ts';
export { dueArticleIds, listDues, type WhichDues } from './dueList.ts';
export { type EarlyQuestion, type EarlyRows, earlyRows } from './earlyRows.ts';
export { eraseEverything } from './eraseAll.ts';
export { StoreError } from './errors.ts';
export { missingExtras, trashEntries } from './extras.ts';
export { articlesAt, findByAddress, otherCopies, savedAmong } from './findArticles.ts';
export { nextSteps, type WhichStep } from './history.ts';
export { importInto } from './importArticles.ts';
export { forgetImport, isRecorded, previewImports } from './imports.ts';
export { articleIds, type ListOrder, listArticles, listRowsOf, readListRows } from './list.ts';
export {
  countMarks,
  isAskedFor,
  listMarks,
  markedArticleIds,
  tagsOfMarks,
  type WhichMarks,
} from './markList.ts';
export { onChanged, openStore, watch } from './open.ts';
export {
  deleteQuarantined,
  isSetAside,
  listQuarantine,
  rawJson,
  readmit,
  unreadOf,
} from './quarantine.ts';
export { deviceOf } from './revision.ts';
export { type SearchAnswer, SearchIndex, type ShownHits } from './searchIndex.ts';
export { countSnapshots, listSnapshots, snapshotFile, snapshotFilesOf } from './snapshots.ts';
export type { Store } from './store.ts';
export { countArticlesWith } from './tagArticles.ts';
export { getText, textsOf, textsOfMarks } from './texts.ts';
export {
  type CountsBeside,
  countBeside,
  countCollection,
  countQuarantine,
  countTags,
  listTagInfo,
  tagsInUse,
  trashIds,
} from './totals.ts';
export { articleOfTrash, listTrash } from './trash.ts';
export { undoImport } from './undoImport.ts';
export { tagsBeside, tagsFrom, valuesFrom } from './values.ts';
export { emptyTrash, type UndoResult, undoOrRedo, write, writeAll } from './write.ts';
