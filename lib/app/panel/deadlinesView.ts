import { correctedTasks } from '../../record/correctedTasks.ts';
import { corrected } from '../../record/fieldCorrections.ts';
import type { SavedArticle } from '../../record/schema.ts';
import {
  articlesOf,
  dueArticleIds,
  listDues,
  type Store,
  textsOf,
  type WhichDues,
} from '../../store/index.ts';
import type { CorrectedTask } from '../../tasks/corrections/corrections.ts';
import { language, t } from '../i18n.ts';
import { bodiesShort } from './taskWords.ts';

/** A task as a row of the list of deadlines. `start`: where it begins in its article's text (UTF-16). */
export type DueTask = {
  articleId: string;
  start: number;
  heading: string;
  words: string;
  /** The responsible organisations, the leading ones first. */
  bodies: string;
  /** The words of the deadline, the title of the article, and who published it. */
  about: string;
};

/** The tasks of all articles that are due on one day. `distance`: how far away the day is, in words. */
export type DueDay = { day: string; distance: string; tasks: DueTask[] };

/** Today's date in the person's time zone, such as `2025-03-31`. */
export const localDay = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');

const MS_A_DAY = 86_400_000;
/** From this many days on, a distance is given in months. */
const DAYS_IN_WORDS = 60;
/** From this many months on, a distance is given in years. Below that, “one year” could stand for 18 months. */
const MOST_MONTHS = 24;
const DAYS_A_YEAR = 365;

/** How far a day is from today, as in 5天后 (in 5 days). */
function distanceOf(day: string, today: string): string {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / MS_A_DAY);
  const words = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' });
  if (Math.abs(days) < DAYS_IN_WORDS) return words.format(days, 'day');
  const months = Math.round((days * 12) / DAYS_A_YEAR);
  if (Math.abs(months) < MOST_MONTHS) return words.format(months, 'month');
  return words.format(Math.round(days / DAYS_A_YEAR), 'year');
}

const whichOf = (past: boolean, today: string): WhichDues => (past ? { before: today } : { from: today });

function rowOf(saved: SavedArticle, task: CorrectedTask, day: string): DueTask {
  const { article } = corrected(saved);
  const others = task.responsible.filter((body) => !task.leads.includes(body));
  const deadline = task.deadlines.find(({ date }) => date === day)!;
  const publisher = article.issuer ?? article.source;
  return {
    articleId: saved.id,
    start: task.start,
    heading: task.heading,
    words: task.text,
    bodies: bodiesShort([...task.leads, ...others]),
    about: [deadline.text, article.title || t('untitled'), publisher].filter(Boolean).join(' · '),
  };
}

/**
 * Reads the tasks of all articles by the day on which they are due: those still to come, the next first, or with `past`
 * those before today, the last first. Reads at most `limit` pairs of a day and an article.
 */
export async function dueDays(
  db: Store,
  past: boolean,
  limit: number,
  now = new Date(),
): Promise<{ days: DueDay[]; more: boolean }> {
  const today = localDay(now);
  const { dues, more } = await listDues(db, whichOf(past, today), limit);
  const articles = await articlesOf(db, [...new Set(dues.map(({ articleId }) => articleId))]);
  // Reads the texts only of articles with corrections, because only corrections are looked up in a text.
  const texts = await textsOf(
    db,
    articles.filter(({ taskCorrections }) => taskCorrections.length > 0),
  );
  const known = new Map(
    articles.map((saved) => [
      saved.id,
      { saved, tasks: correctedTasks(saved, texts.get(saved.id) ?? '').lists.flatMap(({ tasks }) => tasks) },
    ]),
  );
  const days: DueDay[] = [];
  for (const { day, articleId } of dues) {
    const one = known.get(articleId);
    if (!one) continue;
    const due = one.tasks.filter(({ deadlines }) => deadlines.some(({ date }) => date === day));
    if (days.at(-1)?.day !== day) days.push({ day, distance: distanceOf(day, today), tasks: [] });
    days.at(-1)!.tasks.push(...due.map((task) => rowOf(one.saved, task, day)));
  }
  return { days, more };
}

/** Prepares an export of the articles with tasks that are due from today on, or before today (`past`). */
export const dueExport = (db: Store, past: boolean, now = new Date()) => ({
  ids: () => dueArticleIds(db, whichOf(past, localDay(now))),
});
