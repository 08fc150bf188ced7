import { COLOR_IDS } from '../annotation/colors.ts';
import { tagsOf } from '../annotation/edit.ts';
import type { Color } from '../annotation/schema.ts';
import type { TagCount } from '../record/counts.ts';
import type { KeptAnnotation } from '../record/schema.ts';
import { annotationsOf } from './annotations.ts';
import { readListRows } from './list.ts';
import { readAll } from './read.ts';
import type { Store } from './store.ts';
import { countCollection, countTags } from './totals.ts';

/**
 * Which marks to list: by colour, by tag, and by the time when they were made (ISO 8601, `to` exclusive). An empty
 * string or null sets no condition.
 */
export type WhichMarks = { color: Color | null; tag: string; from: string; to: string };

/** A string that sorts after every ISO 8601 time, because these begin with a digit. */
const LAST = '~';

/** Sorts rows by the time when they were made, the newest first. */
const byCreated = (a: { created?: unknown }, b: { created?: unknown }): number =>
  String(b.created).localeCompare(String(a.created), 'en');

/** Whether a mark meets the conditions. */
export function isAskedFor({ color, tag, from, to }: WhichMarks, mark: KeptAnnotation): boolean {
  const isWithin = mark.created >= from && mark.created < (to || LAST);
  return isWithin && (color === null || mark.color === color) && (tag === '' || tagsOf(mark).includes(tag));
}

/**
 * Lists the marks of all articles, the newest first, and says whether there are more. Reads them from an index, and no
 * more than are shown.
 */
export async function listMarks(
  store: Store,
  which: WhichMarks,
  limit: number,
): Promise<{ marks: KeptAnnotation[]; more: boolean }> {
  const db = await store.reading();
  const { color, tag, from, to } = which;
  const end = to || LAST;
  if (tag !== '') {
    const ids = await db.list.where('tags').equals(tag).primaryKeys();
    const marks = (await annotationsOf(store, ids)).filter((mark) => isAskedFor(which, mark)).sort(byCreated);
    return { marks: marks.slice(0, limit), more: marks.length > limit };
  }
  // Reads each colour by itself, because another index of all marks would slow down every import.
  const each = await Promise.all(
    (color === null ? COLOR_IDS : [color]).map((one) =>
      db.annotations
        .where('[color+created]')
        .between([one, from], [one, end])
        .reverse()
        .limit(limit + 1)
        .toArray(),
    ),
  );
  const raws = each.flat().sort(byCreated);
  return { marks: readAll(store, 'annotation', raws.slice(0, limit)), more: raws.length > limit };
}

/** Counts the marks that meet the conditions. Without conditions reads the stored counter. */
export async function countMarks(store: Store, which: WhichMarks): Promise<number> {
  const { color, tag, from, to } = which;
  if (tag !== '') return (await listMarks(store, which, Number.POSITIVE_INFINITY)).marks.length;
  if (color === null && from === '' && to === '') return (await countCollection(store)).marks;
  const db = await store.reading();
  const each = await Promise.all(
    (color === null ? COLOR_IDS : [color]).map((one) =>
      db.annotations
        .where('[color+created]')
        .between([one, from], [one, to || LAST])
        .count(),
    ),
  );
  return each.reduce((sum, count) => sum + count, 0);
}

/** How many articles `tagsOfMarks` reads at most, in all and for one tag, so that it never reads a whole collection. */
const MOST_READ = 3000;
const MOST_READ_OF_TAG = 200;

/**
 * The tags that marks have, the most used first. The counters do not tell whether an article or its only mark has a
 * tag, so it reads articles of such a tag. A tag of very many articles is listed if that leaves it undecided.
 */
export async function tagsOfMarks(store: Store): Promise<string[]> {
  const db = await store.reading();
  let left = MOST_READ;
  const isOnMark = async ({ id: tag, articles, uses }: TagCount): Promise<boolean> => {
    // An article counts once, so any further use is that of a mark.
    if (uses > articles) return true;
    const raws = await db.list.where('tags').equals(tag).limit(Math.min(left, MOST_READ_OF_TAG)).toArray();
    left -= raws.length;
    const marked = readListRows(store, raws).filter(({ marks }) => marks > 0);
    const marks = await annotationsOf(
      store,
      marked.map(({ id }) => id),
    );
    return articles > raws.length || marks.some((mark) => tagsOf(mark).includes(tag));
  };
  const tags: string[] = [];
  for (const count of await countTags(store)) if (await isOnMark(count)) tags.push(count.id);
  return tags;
}

/**
 * The ids of the articles that have a mark which meets the conditions. The article with the newest such mark comes
 * first.
 */
export async function markedArticleIds(store: Store, which: WhichMarks): Promise<string[]> {
  const { marks } = await listMarks(store, which, Number.POSITIVE_INFINITY);
  return [...new Set(marks.map(({ articleId }) => articleId))];
}
