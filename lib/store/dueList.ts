import type { Store } from './store.ts';

/** A day (such as `2025-03-31`) on which a task of an article is due. */
export type Due = { day: string; articleId: string };

/** Which days to list: those from a day on, the next first, or those before a day, the last first. */
export type WhichDues = { from: string } | { before: string };

/**
 * Lists the days on which tasks of all articles are due, each with its article, and says whether there are more. Reads
 * them from an index, and no more than are shown.
 */
export async function listDues(
  store: Store,
  which: WhichDues,
  limit: number,
): Promise<{ dues: Due[]; more: boolean }> {
  const { list } = await store.reading();
  const days =
    'from' in which
      ? list.where('dues').aboveOrEqual(which.from)
      : list.where('dues').below(which.before).reverse();
  const dues: Due[] = [];
  await days
    .limit(limit + 1)
    .eachKey((day, { primaryKey }) => dues.push({ day: String(day), articleId: primaryKey }));
  return { dues: dues.slice(0, limit), more: dues.length > limit };
}

/** The ids of the articles with tasks that are due on these days, each once, in the order of the days. */
export async function dueArticleIds(store: Store, which: WhichDues): Promise<string[]> {
  const { dues } = await listDues(store, which, Number.MAX_SAFE_INTEGER - 1);
  return [...new Set(dues.map(({ articleId }) => articleId))];
}
