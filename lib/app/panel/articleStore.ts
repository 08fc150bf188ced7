import type { AnnotationDraft, AnnotationPatch } from '../../annotation/schema.ts';
import type { PageReading } from '../../record/schema.ts';
import type { TaskCorrection } from '../../record/taskCorrections.ts';
import type { Store } from '../../store/index.ts';
import {
  addAnnotation,
  correctTasks,
  deleteAnnotation,
  deleteArticle,
  editAnnotation,
  editArticle,
  restoreAnnotation,
  restoreArticle,
  saveReading,
  showMarksAt,
  type WordsPatch,
} from '../../store/index.ts';
import { tellPages } from './tellPages.ts';

/** Everything that the panel writes about one article. The pages that show the article are told of each change. */
export function articleStore(db: Store, articleId: string) {
  const told = async <T>(writing: Promise<T>): Promise<T> => {
    const written = await writing;
    void tellPages(articleId);
    return written;
  };
  return {
    addMark: (draft: AnnotationDraft) => told(addAnnotation(db, articleId, draft)),
    editMark: (id: string, patch: AnnotationPatch) => told(editAnnotation(db, id, patch)),
    /** Gives the deleted mark; null where it was gone already. */
    removeMark: (id: string) => told(deleteAnnotation(db, id)),
    restoreMark: (id: string) => told(restoreAnnotation(db, id)),
    keepReading: (reading: PageReading) => told(saveReading(db, reading)),
    // Pages show neither note nor tags of an article, so none is told.
    editArticle: (patch: WordsPatch) => editArticle(db, articleId, patch),
    /** Gives the corrections before and after, which `takeBack` needs. */
    correctTasks: (change: (now: TaskCorrection[]) => TaskCorrection[]) =>
      correctTasks(db, articleId, change),
    /** False where the article was gone already. */
    removeArticle: () => told(deleteArticle(db, articleId)),
    /** Shows the marks of another article with the same text on this one's page too, or no longer. */
    showMarksOf: (otherId: string, url: string, shown: boolean) => told(showMarksAt(db, otherId, url, shown)),
    restoreArticle: () => told(restoreArticle(db, articleId)),
  };
}

export type ArticleStore = ReturnType<typeof articleStore>;
