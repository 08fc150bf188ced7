import type { Annotation } from '../annotation/schema.ts';
import type { CapturedText } from '../record/schema.ts';
import { readAll, readOne } from './read.ts';
import type { Store } from './store.ts';

/**
 * The length (UTF-16 units) beyond which a captured text is not sent to the content script. On such a long page, marks
 * are found by their words alone.
 */
const LONGEST_TEXT = 500_000;

/** A captured text; null where there is none. */
export const getText = async (
  store: Store,
  articleId: string,
  sha256: string,
): Promise<CapturedText | null> =>
  readOne(store, 'text', await (await store.reading()).texts.get([articleId, sha256]));

/** The captured texts that contain these marks, each once. */
export async function textsOfMarks(store: Store, annotations: Annotation[]): Promise<CapturedText[]> {
  const keys = new Map<string, [string, string]>();
  for (const { articleId, target } of annotations)
    if (target.captured)
      keys.set(`${articleId}/${target.captured.sha256}`, [articleId, target.captured.sha256]);
  const rows = await (await store.reading()).texts.bulkGet([...keys.values()]);
  return readAll(store, 'text', rows).filter(({ text }) => text.length <= LONGEST_TEXT);
}

/**
 * The present text of each of these articles, by the article's id. Reads whole texts, which is much data. So callers
 * should pass only the articles whose text they need.
 */
export async function textsOf(
  store: Store,
  articles: { id: string; sha256: string }[],
): Promise<Map<string, string>> {
  const db = await store.reading();
  const rows = await db.texts.bulkGet(articles.map(({ id, sha256 }) => [id, sha256]));
  return new Map(readAll(store, 'text', rows).map(({ articleId, text }) => [articleId, text]));
}
