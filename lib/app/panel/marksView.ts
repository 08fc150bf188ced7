import { noteOf, shownQuote, tagsOf } from '../../annotation/edit.ts';
import type { Color } from '../../annotation/schema.ts';
import type { ArticleBundle } from '../../record/schema.ts';
import {
  countMarks,
  getAnnotation,
  isAskedFor,
  listMarks,
  listRowsOf,
  markedArticleIds,
  type Store,
  type WhichMarks,
} from '../../store/index.ts';
import { formatMoment, t } from '../i18n.ts';

/** The filters of the list of marks. `from` and `to` are days such as `2025-03-04`. An empty string does not filter. */
export type AskedMarks = { color: Color | null; tag: string; from: string; to: string };

/** A mark as a row of the list of all marks. */
export type MarkRow = {
  id: string;
  articleId: string;
  color: Color;
  words: string;
  note: string;
  tags: string[];
  /** The title of its article. */
  title: string;
  /** When the mark was made. */
  made: string;
};

/** The moment at which a day begins in the person's time zone, `later` days after the given one. */
function momentOf(day: string, later = 0): string {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return '';
  return new Date(year, month - 1, date + later).toISOString();
}

const whichOf = ({ color, tag, from, to }: AskedMarks): WhichMarks => ({
  color,
  tag,
  from: momentOf(from),
  to: momentOf(to, 1),
});

/** Reads the marks of all articles, the newest first, and counts them. */
export async function markRows(
  db: Store,
  asked: AskedMarks,
  limit: number,
): Promise<{ rows: MarkRow[]; more: boolean; count: number }> {
  const which = whichOf(asked);
  const [{ marks, more }, count] = await Promise.all([listMarks(db, which, limit), countMarks(db, which)]);
  const articles = await listRowsOf(db, [...new Set(marks.map(({ articleId }) => articleId))]);
  const titles = new Map(articles.map(({ id, title }) => [id, title]));
  const rows = marks.map((mark) => ({
    id: mark.id,
    articleId: mark.articleId,
    color: mark.color,
    words: shownQuote(mark),
    note: noteOf(mark),
    tags: tagsOf(mark),
    title: titles.get(mark.articleId) || t('untitled'),
    made: formatMoment(mark.created),
  }));
  return { rows, more, count };
}

/** The first `limit` marks, to step through them: as `markRows`, without what only a list shows. */
export async function marksUntil(db: Store, asked: AskedMarks, limit: number) {
  const { marks: rows, more } = await listMarks(db, whichOf(asked), limit);
  return { rows, more };
}

/** Whether a mark still exists. */
export const isThere = async (db: Store, id: string): Promise<boolean> => !!(await getAnnotation(db, id));

/**
 * Prepares an export of the filtered marks. `ids`: the articles with such marks. `narrow`: reduces an article to these
 * marks.
 */
export function marksExport(db: Store, asked: AskedMarks) {
  const which = whichOf(asked);
  return {
    ids: () => markedArticleIds(db, which),
    narrow: (bundle: ArticleBundle): ArticleBundle => ({
      ...bundle,
      annotations: bundle.annotations.filter((mark) => isAskedFor(which, mark)),
    }),
  };
}
