import { noteOf, shownQuote, tagsOf } from '../../annotation/edit.ts';
import type { Color } from '../../annotation/schema.ts';
import type { ArticleBundle } from '../../record/schema.ts';
import {
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

/** Reads the marks of all articles, the newest first. */
export async function markRows(
  db: Store,
  asked: AskedMarks,
  limit: number,
): Promise<{ rows: MarkRow[]; more: boolean }> {
  const { marks, more } = await listMarks(db, whichOf(asked), limit);
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
  return { rows, more };
}

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
