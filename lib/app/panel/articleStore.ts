import type { AnnotationDraft, AnnotationPatch } from '../../annotation/schema.ts';
import type { Correctable, FieldCorrections } from '../../record/fieldCorrections.ts';
import type { PageReading } from '../../record/schema.ts';
import type { TaskCorrection } from '../../record/taskCorrections.ts';
import type { Store } from '../../store/index.ts';
import {
  addAnnotation,
  correctFields,
  correctTasks,
  deleteAnnotation,
  deleteArticle,
  deleteSnapshot,
  editAnnotation,
  editArticle,
  saveReading,
  showMarksAt,
  type WordsPatch,
} from '../../store/index.ts';
import { notifyPages, notifyPagesOfMarks } from './notifyPages.ts';
import { undoOrRedoOnPages } from './stepping.ts';

/**
 * Makes all changes of the side panel to one article, and notifies the tabs that show the article. A change returns an
 * id by which `undo` reverts it, or null where nothing had to change.
 */
export function articleStore(db: Store, articleId: string) {
  /** Makes a change under a new id, by which it can be undone. Returns the id; null where nothing changed. */
  const asStep = async (work: (step: string) => Promise<unknown>, tell: () => unknown) => {
    const step: string = crypto.randomUUID();
    const done = await work(step);
    tell();
    return done ? step : null;
  };
  const all = () => notifyPages(articleId);
  return {
    /** `correction`: also adds the words to the tasks of the article. Both are undone together. */
    addMark: (
      draft: AnnotationDraft,
      more: { annotationId?: string; correction?: TaskCorrection | null } = {},
    ) => asStep((step) => addAnnotation(db, articleId, draft, { step, ...more }), all),
    /** `step`: the id of the change. A request that is repeated with the same id is done only once. */
    editMark: async (id: string, patch: AnnotationPatch, step?: string) => {
      const edited = await editAnnotation(db, id, patch, step);
      void notifyPagesOfMarks(articleId, id);
      return edited;
    },
    removeMark: (id: string) =>
      asStep(
        (step) => deleteAnnotation(db, id, step),
        () => notifyPagesOfMarks(articleId, id),
      ),
    keepReading: async (reading: PageReading) => {
      const kept = await saveReading(db, reading);
      void all();
      return kept;
    },
    // Notifies no tabs, because web pages show neither the note nor the tags of an article.
    editArticle: (patch: WordsPatch, step?: string) => editArticle(db, articleId, patch, step),
    /**
     * Sets values of fields that a person has corrected. The values read from the page stay beside them. A field set to
     * undefined gets the page's value again.
     */
    correctFields: (fields: [Correctable, FieldCorrections[Correctable]][]) =>
      asStep(
        (step) => correctFields(db, articleId, fields, step),
        () => {},
      ),
    correctTasks: (change: (now: TaskCorrection[]) => TaskCorrection[]) =>
      asStep(
        (step) => correctTasks(db, articleId, change, step),
        () => {},
      ),
    /** Shows or hides, on this article's page, the marks of another article with the same text. */
    showMarksOf: async (otherId: string, url: string, shown: boolean) => {
      const outcome = await showMarksAt(db, otherId, url, shown);
      void all();
      return outcome;
    },
    // Tells no pages, because they show no snapshots.
    removeSnapshot: (id: string) =>
      asStep(
        (step) => deleteSnapshot(db, id, step),
        () => {},
      ),
    removeArticle: () => asStep((step) => deleteArticle(db, articleId, step), all),
    /** Undoes a change, even if others followed. Rejects where the database refuses; the call can then be repeated. */
    undo: (step: string) => undoOrRedoOnPages(db, { step }),
  };
}

export type ArticleStore = ReturnType<typeof articleStore>;
