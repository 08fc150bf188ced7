import { locateQuote } from '../../annotation/describe.ts';
import { tagsOf } from '../../annotation/edit.ts';
import { highlightCss } from '../../annotation/highlightCss.ts';
import type { Annotation, AnnotationDraft, AnnotationPatch, Target } from '../../annotation/schema.ts';
import { TASK_TAG } from '../../annotation/taskTag.ts';
import { PizhuError } from '../../messages/errors.ts';
import type { UndoState } from '../../messages/schema.ts';
import type { FromPage } from '../../messages/sender.ts';
import { recognisedAddress } from '../../record/address.ts';
import { taskAt } from '../../record/correctedTasks.ts';
import type { SavedArticle } from '../../record/schema.ts';
import { cleanMeanings } from '../../record/settings.ts';
import type { TaskCorrection } from '../../record/taskCorrections.ts';
import { trashId } from '../../record/trash.ts';
import {
  addAnnotation,
  annotationsOf,
  articleOfTrash,
  articlesAt,
  correctTasks,
  deleteAnnotation,
  editAnnotation,
  getAnnotation,
  getArticle,
  getBundle,
  joinAnnotations,
  listAnnotations,
  moveAnnotation,
  nextSteps,
  restoreAnnotation,
  tagsInUse,
  textsOfMarks,
  undoOrRedo,
} from '../../store/index.ts';
import { settingsNow } from '../settings.ts';
import type { Context } from './context.ts';
import { askBeforeKeeping } from './privateWindows.ts';
import { notifyTabsOfMark } from './showing.ts';
import { noteArticleOfTab, saveTab } from './tabs.ts';

/**
 * The articles whose marks a page shows. `own`: the saved article of this page, known from an earlier request or by its
 * address. `also`: articles of other sites whose marks the person wants to see on this page too.
 */
async function shownOn(context: Context, page: FromPage) {
  const shown = await context.articleTabs.of(page.tabId);
  // The recorded article counts only if the tab is still at the address at which the article was recorded.
  const known = shown?.address === recognisedAddress(page.url);
  const saved = known && shown ? await getArticle(context.db, shown.articleId) : null;
  const { own, also } = await articlesAt(context.db, { url: page.url, canonicalUrl: null });
  return { own: saved ?? own, also };
}

/** The marks of a page, with all that the reader script needs to place and edit them. */
export async function marksOf(
  context: Context,
  page: FromPage,
  { canonicalUrl, highlights }: { canonicalUrl: string | null; highlights: string | null },
  cssOrigin: 'USER' | 'AUTHOR',
) {
  const { browser, db } = context;
  const target = { tabId: page.tabId, frameIds: [page.frameId] };
  // Uses `insertCSS`, because it leaves the page's DOM unchanged. Unlike a style element, it cannot be blocked by the
  // page's CSP.
  const { printsMarks, colorMeanings } = await settingsNow(browser.storage.local);
  if (highlights) {
    const css = highlightCss(highlights, { prints: printsMarks });
    await browser.scripting.insertCSS({ target, css, origin: cssOrigin }).catch(() => {});
  }
  const { own: saved, also } = await articlesAt(db, { url: page.url, canonicalUrl });
  await noteArticleOfTab(context, page.tabId, page.url, saved);
  const annotations = [
    ...(saved ? await listAnnotations(db, saved.id) : []),
    ...(await annotationsOf(
      db,
      also.map(({ id }) => id),
    )),
  ];
  const texts = await textsOfMarks(db, annotations);
  return {
    saved: saved && { keywords: saved.article.keywords },
    annotations,
    tags: await tagsInUse(db),
    colorMeanings: cleanMeanings(colorMeanings),
    history: saved ? await undoStateOf(context, saved.id) : { undo: false, redo: false },
    texts,
    readOnly: await db.readOnly(),
  };
}

/**
 * Sets the `source` of a mark's target to the address of the page that sent the mark. The address in the message is
 * not trusted.
 */
const onPage = (target: Target, page: FromPage): Target => ({ ...target, source: page.url });

/** Saves a new mark of a page. Saves the page first if it is not saved yet. */
export async function createMark(
  context: Context,
  page: FromPage,
  annotationId: string,
  draft: AnnotationDraft,
): Promise<Annotation> {
  await askBeforeKeeping(context, page.tabId);
  const saved = (await shownOn(context, page)).own ?? (await saveTab(context, page.tabId)).saved;
  const placed = { ...draft, target: onPage(draft.target, page) };
  const correction = await taskOf(context, saved, placed);
  const annotation = await addAnnotation(context.db, saved.id, placed, { annotationId, correction });
  // Refuses the id of an existing mark of another article, which a hostile page could send.
  if (annotation.articleId !== saved.id) throw new PizhuError('notFound');
  await notifyTabsOfMark(context, saved, annotation.id, annotation, page.tabId);
  return annotation;
}

/**
 * The correction that adds a mark's words to the tasks of the article, for a mark tagged as a task. Null where the mark
 * has no such tag, or where its words are a task already.
 */
async function taskOf(
  { db }: Context,
  saved: SavedArticle,
  draft: AnnotationDraft,
): Promise<TaskCorrection | null> {
  if (!tagsOf(draft).includes(TASK_TAG)) return null;
  const texts = (await getBundle(db, saved.id))?.texts ?? [];
  const text = texts.find(({ sha256 }) => sha256 === saved.sha256)?.text;
  const quote = draft.target.selector.find((one) => one.type === 'TextQuoteSelector');
  const span = text && quote ? locateQuote(quote, text, true) : null;
  return text && span ? taskAt(saved, text, span) : null;
}

/** The article with this id, if the page shows its marks. Throws `notFound` for any other. */
async function articleOn(context: Context, page: FromPage, articleId: string): Promise<SavedArticle> {
  const { own, also } = await shownOn(context, page);
  const saved = [...(own ? [own] : []), ...also].find(({ id }) => id === articleId);
  if (!saved) throw new PizhuError('notFound');
  return saved;
}

/**
 * Changes a mark that the page shows, and sends the change to the other tabs that show the mark. `change` returns the
 * changed mark, or null where it deleted the mark. Throws `notFound` for a mark that the page does not show.
 */
async function changeMark(
  context: Context,
  page: FromPage,
  id: string,
  change: () => Promise<Annotation | null>,
): Promise<Annotation | null> {
  const mark = await getAnnotation(context.db, id);
  if (!mark) return null;
  await askBeforeKeeping(context, page.tabId);
  const saved = await articleOn(context, page, mark.articleId);
  const changed = await change();
  await notifyTabsOfMark(context, saved, id, changed, page.tabId);
  return changed;
}

/** Moves a mark of the page to a new place. */
export const retargetMark = (context: Context, page: FromPage, id: string, target: Target) =>
  changeMark(context, page, id, () => moveAnnotation(context.db, id, onPage(target, page)));

/**
 * Changes the colour, note or tags of a mark of the page. Adding the tag for tasks also makes the words a task of the
 * article.
 */
export const editMark = (
  context: Context,
  page: FromPage,
  id: string,
  patch: AnnotationPatch,
  step: string,
) =>
  changeMark(context, page, id, async () => {
    const edited = await editAnnotation(context.db, id, patch, step);
    if (!edited || !patch.addTags?.includes(TASK_TAG)) return edited;
    const saved = await getArticle(context.db, edited.articleId);
    const correction = saved && (await taskOf(context, saved, edited));
    if (correction) await correctTasks(context.db, edited.articleId, (now) => [...now, correction]);
    return edited;
  });

/** Joins two marks of the same article into the first one (`id`). The second one (`other`) is deleted. */
export async function joinMarks(
  context: Context,
  page: FromPage,
  { id, other, target, step }: { id: string; other: string; target: Target; step: string },
): Promise<Annotation | null> {
  const [mark, second] = [await getAnnotation(context.db, id), await getAnnotation(context.db, other)];
  if (!mark || second?.articleId !== mark.articleId) throw new PizhuError('notFound');
  const joined = await changeMark(context, page, id, () =>
    joinAnnotations(context.db, mark, second, onPage(target, page), step),
  );
  await notifyTabsOfMark(context, await articleOn(context, page, mark.articleId), other, null, page.tabId);
  return joined;
}

/** Deletes a mark of the page. Returns the mark as it was. */
export async function deleteMark(context: Context, page: FromPage, id: string): Promise<Annotation | null> {
  let deleted: Annotation | null = null;
  await changeMark(context, page, id, async () => {
    deleted = await deleteAnnotation(context.db, id);
    return null;
  });
  return deleted;
}

/** Restores a deleted mark of the page. Null where the mark has been erased for good. */
export async function restoreMark(context: Context, page: FromPage, id: string): Promise<Annotation | null> {
  const articleId = await articleOfTrash(context.db, trashId('annotation', id));
  const saved = await articleOn(context, page, articleId ?? '');
  await askBeforeKeeping(context, page.tabId);
  await restoreAnnotation(context.db, id);
  const restored = await getAnnotation(context.db, id);
  await notifyTabsOfMark(context, saved, id, restored, page.tabId);
  return restored;
}

/** Whether a change of an article's marks can be undone, and whether one can be redone. */
async function undoStateOf({ db }: Context, articleId: string): Promise<UndoState> {
  const { undo, redo } = await nextSteps(db, { articleId, marksAlone: true });
  return { undo: undo !== null, redo: redo !== null };
}

/** Undoes or redoes the last change of the marks of the page's saved article. */
export async function undoOrRedoOnPage(
  context: Context,
  page: FromPage,
  { redo, step }: { redo: boolean; step: string },
): Promise<{ changed: { id: string; annotation: Annotation | null }[]; history: UndoState }> {
  const { own: saved } = await shownOn(context, page);
  if (!saved) throw new PizhuError('notFound');
  await askBeforeKeeping(context, page.tabId);
  const result = await undoOrRedo(context.db, { redo, id: step, articleId: saved.id, marksAlone: true });
  const ids = new Set((result?.outcomes ?? []).flatMap(({ annotationId }) => annotationId ?? []));
  const changed = [];
  for (const id of ids) {
    const annotation = await getAnnotation(context.db, id);
    await notifyTabsOfMark(context, saved, id, annotation, page.tabId);
    changed.push({ id, annotation });
  }
  return { changed, history: await undoStateOf(context, saved.id) };
}
