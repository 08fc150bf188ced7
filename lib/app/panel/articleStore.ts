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
  editAnnotation,
  editArticle,
  saveReading,
  showMarksAt,
  type WordsPatch,
} from '../../store/index.ts';
import { goAndTell } from './stepping.ts';
import { tellOfMarks, tellPages } from './tellPages.ts';

/**
 * All that the panel writes of one article. Pages that show the article are told of each change. What can be taken back
 * gives the id of its step, for `undo`; null where there was nothing to do.
 */
export function articleStore(db: Store, articleId: string) {
  /** Does something under a new step, and gives that where it was done. */
  const asStep = async (work: (step: string) => Promise<unknown>, tell: () => unknown) => {
    const step: string = crypto.randomUUID();
    const done = await work(step);
    tell();
    return done ? step : null;
  };
  const all = () => tellPages(articleId);
  return {
    /** `correction`: what makes a task of the same words, in the same step. */
    addMark: (
      draft: AnnotationDraft,
      more: { annotationId?: string; correction?: TaskCorrection | null } = {},
    ) => asStep((step) => addAnnotation(db, articleId, draft, { step, ...more }), all),
    /** `step`: the id of the change, by which one that is asked for again is known. */
    editMark: async (id: string, patch: AnnotationPatch, step?: string) => {
      const edited = await editAnnotation(db, id, patch, step);
      void tellOfMarks(articleId, id);
      return edited;
    },
    removeMark: (id: string) =>
      asStep(
        (step) => deleteAnnotation(db, id, step),
        () => tellOfMarks(articleId, id),
      ),
    keepReading: async (reading: PageReading) => {
      const kept = await saveReading(db, reading);
      void all();
      return kept;
    },
    // Pages show nothing of an article's own note and tags.
    editArticle: (patch: WordsPatch, step?: string) => editArticle(db, articleId, patch, step),
    /** Sets values of fields beside the page's; a field that is undefined has the page's again. */
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
    /** Shows the marks of another article with the same text on this one's page too, or no longer. */
    showMarksOf: async (otherId: string, url: string, shown: boolean) => {
      const outcome = await showMarksAt(db, otherId, url, shown);
      void all();
      return outcome;
    },
    removeArticle: () => asStep((step) => deleteArticle(db, articleId, step), all),
    /** Takes a step back, whatever was done since. Rejects where that is refused: it can be tried again. */
    undo: (step: string) => goAndTell(db, { step }),
  };
}

export type ArticleStore = ReturnType<typeof articleStore>;
