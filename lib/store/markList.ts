import { Dexie } from 'dexie';
import { tagsOf } from '../annotation/edit.ts';
import type { Color } from '../annotation/schema.ts';
import type { KeptAnnotation } from '../record/schema.ts';
import { annotationsOf } from './annotations.ts';
import { readAll } from './read.ts';
import type { Store } from './store.ts';

/** Criteria for marks: a colour, a tag, and the days on which they were made (ISO 8601 moments, the end exclusive). */
export type WhichMarks = { color: Color | null; tag: string; from: string; to: string };

/** Sorts after every moment, because an ISO 8601 moment begins with a digit. */
const LAST = '~';

/** Whether a mark meets the criteria. */
export function isAskedFor({ color, tag, from, to }: WhichMarks, mark: KeptAnnotation): boolean {
  const isWithin = mark.created >= from && mark.created < (to || LAST);
  return isWithin && (color === null || mark.color === color) && (tag === '' || tagsOf(mark).includes(tag));
}

/**
 * Lists the marks of all articles, the newest first, and whether there are more. Reads from an index only as many as
 * are shown.
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
    const marks = (await annotationsOf(store, ids))
      .filter((mark) => isAskedFor(which, mark))
      .sort((a, b) => (a.created < b.created ? 1 : -1));
    return { marks: marks.slice(0, limit), more: marks.length > limit };
  }
  const rows =
    color === null
      ? db.annotations.where('[created+id]').between([from, Dexie.minKey], [end, Dexie.minKey])
      : db.annotations
          .where('[color+created+id]')
          .between([color, from, Dexie.minKey], [color, end, Dexie.minKey]);
  const raws = await rows
    .reverse()
    .limit(limit + 1)
    .toArray();
  return { marks: readAll(store, 'annotation', raws.slice(0, limit)), more: raws.length > limit };
}

/** The ids of the articles with marks that meet the criteria, the article with the newest mark first. */
export async function markedArticleIds(store: Store, which: WhichMarks): Promise<string[]> {
  const { marks } = await listMarks(store, which, Number.POSITIVE_INFINITY);
  return [...new Set(marks.map(({ articleId }) => articleId))];
}
