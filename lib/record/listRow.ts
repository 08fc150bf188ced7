import { noteOf, tagsOf } from '../annotation/edit.ts';
import { z } from '../zod.ts';
import { corrected } from './fieldCorrections.ts';
import { isIncomplete } from './fields.ts';
import { rowShape } from './row.ts';
import type { KeptAnnotation, SavedArticle } from './schema.ts';
import { applyCorrections } from './taskCorrections.ts';

const Count = z.int().check(z.minimum(0));

/**
 * A few hundred bytes of a saved article: all that lists, sorting and filters need, so that these load no whole
 * articles. `listRowOf` derives the row from the article and its marks; nothing else changes it.
 */
export const ListRow = z.object({
  id: z.uuid(),
  ...rowShape,
  /** When the page was last read and saved. */
  capturedAt: z.iso.datetime(),
  /** The article's date of publication. Empty where the page gives none, because an index leaves out rows with null. */
  publishedAt: z.string(),
  title: z.string(),
  source: z.nullable(z.string()),
  issuer: z.nullable(z.string()),
  /** The full name of the region that the article's issuer, source or site names; empty where it is not known. */
  region: z._default(z.string(), ''),
  /** The host of the page's address, with its port; empty where there is none. */
  host: z.string(),
  /** The tags of the article, followed by the tags that only its marks have. */
  tags: z.array(z.string()),
  /** How often the article and its marks use each of `tags`, in the same order. */
  tagUses: z.array(Count),
  marks: Count,
  /** The number of notes, of the article and of its marks. */
  notes: Count,
  /** The number of tasks, after the person's corrections. */
  tasks: Count,
  /** The days on which tasks are due: each once, the earliest first. */
  dues: z.array(z.string()),
  starred: z.boolean(),
  read: z.boolean(),
  /** Whether only a part of the article was on the page. */
  incomplete: z._default(z.boolean(), false),
});
export type ListRow = z.infer<typeof ListRow>;

/** The length at which titles are cut (UTF-16 units), because a list shows two lines. */
const LONGEST_TITLE = 300;
/** The number of due days kept, because a page can name thousands. */
const MOST_DUES = 50;

/** The first `most` UTF-16 units of a text. Drops half of a surrogate pair at the end. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');

/**
 * Makes the list row of an article with these marks. `text` is the article's text; it is needed only where the person
 * has corrected tasks.
 */
export function listRowOf(saved: SavedArticle, annotations: KeptAnnotation[], text: string): ListRow {
  const { taskCorrections } = saved;
  const { article } = corrected(saved);
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
    region: article.region?.name ?? '',
    host: URL.canParse(saved.url) ? new URL(saved.url).host : '',
    tags: [...uses.keys()],
    tagUses: [...uses.values()],
    marks: annotations.length,
    notes: notes.length,
    tasks: tasks.length,
    dues: [...dues].sort().slice(0, MOST_DUES),
    starred: saved.starred,
    read: saved.read,
    incomplete: isIncomplete(article),
  };
}

/** The next day, from `today` (ISO 8601 date) on, on which a task of this article is due; null where there is none. */
export const nextDue = ({ dues }: Pick<ListRow, 'dues'>, today: string): string | null =>
  dues.find((due) => due >= today) ?? null;
