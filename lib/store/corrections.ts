import { SavedArticle } from '../record/schema.ts';
import type { TaskCorrection } from '../record/taskCorrections.ts';
import { applyCorrections } from '../record/taskCorrections.ts';
import { countTasks } from '../tasks/corrections/corrections.ts';
import type { Database } from './database.ts';

/**
 * Changes what is corrected in an article's task lists. Gives the corrections before and after, for `takeBack`;
 * null where the article is gone.
 */
export async function correctTasks(
  db: Database,
  id: string,
  change: (corrections: TaskCorrection[]) => TaskCorrection[],
  now = new Date(),
): Promise<{ before: TaskCorrection[]; after: TaskCorrection[] } | null> {
  return db.transaction('rw', db.articles, async () => {
    const row = await db.articles.get(id);
    if (!row) return null;
    const saved = SavedArticle.parse(row);
    const before = saved.taskCorrections;
    const after = change(before);
    await db.articles.put(
      SavedArticle.parse({ ...saved, taskCorrections: after, modified: now.toISOString() }),
    );
    return { before, after };
  });
}

/** How many tasks each of these articles has after corrections. Texts are read of those alone that have any. */
export async function countCorrectedTasks(
  db: Database,
  articles: SavedArticle[],
): Promise<Map<string, number>> {
  const counts = new Map(articles.map(({ id, taskLists }) => [id, countTasks(taskLists)]));
  for (const { id, sha256, taskLists, taskCorrections, article } of articles) {
    if (taskCorrections.length === 0) continue;
    const text = (await db.texts.get([id, sha256]))?.text ?? '';
    counts.set(id, countTasks(applyCorrections(taskLists, taskCorrections, text, article.publishedAt).lists));
  }
  return counts;
}
