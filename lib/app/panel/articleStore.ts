import type { Annotation, AnnotationDraft, AnnotationPatch } from '../../annotation/schema.ts';
import type { ArticleBundle, PageReading } from '../../record/schema.ts';
import type { TaskCorrection } from '../../record/taskCorrections.ts';
import { correctTasks } from '../../store/corrections.ts';
import type { Database } from '../../store/database.ts';
import {
  type ArticlePatch,
  addAnnotation,
  deleteAnnotation,
  deleteArticle,
  editAnnotation,
  editArticle,
  restoreAnnotation,
  restoreBundle,
  saveReading,
} from '../../store/repository.ts';
import { tellPages } from './tellPages.ts';

/** All that the panel writes of one article. Pages that show the article are told of each change. */
export function articleStore(db: Database, articleId: string) {
  const told = async <T>(writing: Promise<T>): Promise<T> => {
    const written = await writing;
    void tellPages(articleId);
    return written;
  };
  return {
    addMark: (draft: AnnotationDraft) => told(addAnnotation(db, articleId, draft)),
    editMark: (id: string, patch: AnnotationPatch) => told(editAnnotation(db, id, patch)),
    /** Gives what was removed, for `restoreMark`. */
    removeMark: (id: string) => told(deleteAnnotation(db, id)),
    restoreMark: (annotation: Annotation) => told(restoreAnnotation(db, annotation)),
    keepReading: (reading: PageReading) => told(saveReading(db, reading)),
    // Pages show nothing of an article's own note and tags.
    editArticle: (patch: ArticlePatch) => editArticle(db, articleId, patch),
    /** Gives the corrections before and after, for `takeBack`. */
    correctTasks: (change: (now: TaskCorrection[]) => TaskCorrection[]) =>
      correctTasks(db, articleId, change),
    /** Gives what was removed, for `restoreArticle`. */
    removeArticle: () => told(deleteArticle(db, articleId)),
    restoreArticle: (bundle: ArticleBundle) => told(restoreBundle(db, bundle)),
  };
}

export type ArticleStore = ReturnType<typeof articleStore>;
