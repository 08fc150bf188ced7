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

/** What the list of marks is narrowed by; days as `2025-03-04`, empty for none. */
export type AskedMarks = { color: Color | null; tag: string; from: string; to: string };

/** A mark as a row of the list of all marks. */
export type MarkRow = {
  id: string;
  articleId: string;
  color: Color;
  words: string;
  note: string;
  tags: string[];
  /** The headline of its article, and when it was made. */
  about: string;
};

/** A day where the reader is as a moment: its beginning, or with `later` that of a day after. */
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

/** The marks of all articles, the last made first. */
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
    about: `${titles.get(mark.articleId) || t('untitled')} · ${formatMoment(mark.created)}`,
  }));
  return { rows, more };
}

/** What an export of the marks that are asked for holds: the ids of their articles, and of each article these marks. */
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
