import { noteOf, tagsOf } from '../annotation/edit.ts';
import { correctedTasks } from './correctedTasks.ts';
import { corrected } from './fieldCorrections.ts';
import { isIncomplete } from './fields.ts';
import type { ListRow } from './listRow.ts';
import type { KeptAnnotation, SavedArticle } from './schema.ts';

/** The length at which titles are cut (UTF-16 units), because a list shows two lines. */
const LONGEST_TITLE = 300;
/** The number of due days kept, because a page can name thousands. */
const MOST_DUES = 50;

/** The first `most` UTF-16 units of a text. Drops half of a surrogate pair at the end. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');

/**
 * Makes the list row of an article with these marks. `text` is the article's text; it is needed only where the person
 * has corrected tasks. `versions`: how many texts of the article are kept.
 */
export function listRowOf(
  saved: SavedArticle,
  annotations: KeptAnnotation[],
  text: string,
  versions: number,
): ListRow {
  const { taskCorrections } = saved;
  const { article } = corrected(saved);
  const lists = taskCorrections.length === 0 ? saved.taskLists : correctedTasks(saved, text).lists;
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
    changed: versions > 1,
  };
}
