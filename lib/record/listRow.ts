import { noteOf, tagsOf } from '../annotation/edit.ts';
import { z } from '../zod.ts';
import { rowShape } from './row.ts';
import type { KeptAnnotation, SavedArticle } from './schema.ts';
import { applyCorrections } from './taskCorrections.ts';

const Count = z.int().check(z.minimum(0));

/**
 * What lists, orders and filters need of a saved article, in a few hundred bytes. Made of the article and its marks
 * by `listRowOf`, never edited.
 */
export const ListRow = z.object({
  id: z.uuid(),
  ...rowShape,
  /** When the page was last read. */
  capturedAt: z.iso.datetime(),
  /** As in the article; empty where the page gives none, so that an index holds every row. */
  publishedAt: z.string(),
  title: z.string(),
  source: z.nullable(z.string()),
  issuer: z.nullable(z.string()),
  /** Of the page's address, with the port; empty where there is none. */
  host: z.string(),
  /** Tags of the article, then those that only its marks have. */
  tags: z.array(z.string()),
  /** How often each of `tags` is used in the article and its marks, in the same order. */
  tagUses: z.array(Count),
  marks: Count,
  /** Notes of the article and of its marks. */
  notes: Count,
  /** Tasks after corrections. */
  tasks: Count,
  /** The days by which tasks are to be done: each once, the earliest first. */
  dues: z.array(z.string()),
  starred: z.boolean(),
  read: z.boolean(),
});
export type ListRow = z.infer<typeof ListRow>;

/** Longer titles are cut (UTF-16 units): a list shows two lines of it. */
const LONGEST_TITLE = 300;
/** Later days are left out: a page can name thousands. */
const MOST_DUES = 50;

/** The first units of a text, no character cut in two. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');

/** The list row of an article with these marks. `text` is the article's text, which only corrections need. */
export function listRowOf(saved: SavedArticle, annotations: KeptAnnotation[], text: string): ListRow {
  const { article, taskCorrections } = saved;
  const lists =
    taskCorrections.length === 0
      ? saved.taskLists
      : applyCorrections(saved.taskLists, taskCorrections, text, article.publishedAt).lists;
  const tasks = lists.flatMap((list) => list.tasks);
  const dues = new Set(tasks.flatMap(({ deadlines }) => deadlines.flatMap(({ date }) => date ?? [])));
  const uses = new Map<string, number>();
  for (const tag of [...saved.tags, ...annotations.flatMap(tagsOf)]) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  const notes = [saved.note, ...annotations.map(noteOf)].filter((note) => note.trim() !== '');
  return {
    id: saved.id,
    created: saved.created,
    modified: [saved, ...annotations].map(({ modified }) => modified).reduce((a, b) => (b > a ? b : a)),
    revision: [saved, ...annotations]
      .map(({ revision }) => revision)
      .reduce((a, b) => (b.counter > a.counter ? b : a)),
    schema: 1,
    capturedAt: saved.capturedAt,
    publishedAt: article.publishedAt ?? '',
    title: cut(article.title, LONGEST_TITLE),
    source: article.source,
    issuer: article.issuer,
    host: URL.canParse(saved.url) ? new URL(saved.url).host : '',
    tags: [...uses.keys()],
    tagUses: [...uses.values()],
    marks: annotations.length,
    notes: notes.length,
    tasks: tasks.length,
    dues: [...dues].sort().slice(0, MOST_DUES),
    starred: saved.starred,
    read: saved.read,
  };
}

/** The next day by which something of this article is to be done, from `today` (ISO 8601 calendar date) on, or null. */
export const nextDue = ({ dues }: Pick<ListRow, 'dues'>, today: string): string | null =>
  dues.find((due) => due >= today) ?? null;
