import { COLOR_IDS } from '../annotation/colors.ts';
import { tagsOf } from '../annotation/edit.ts';
import type { Color } from '../annotation/schema.ts';
import type { KeptAnnotation } from '../record/schema.ts';
import { annotationsOf } from './annotations.ts';
import { readAll } from './read.ts';
import type { Store } from './store.ts';

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

/**
 * The ids of the articles that have a mark which meets the conditions. The article with the newest such mark comes
 * first.
 */
export async function markedArticleIds(store: Store, which: WhichMarks): Promise<string[]> {
  const { marks } = await listMarks(store, which, Number.POSITIVE_INFINITY);
  return [...new Set(marks.map(({ articleId }) => articleId))];
}
