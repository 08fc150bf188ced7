import { z } from '../zod.ts';
import { rowShape } from './row.ts';
import type { RowForm } from './rowForm.ts';

const Count = z.int().check(z.minimum(0));

/**
 * A few hundred bytes of a saved article: all that lists, sorting and filters need, so that these load no whole
 * articles. `listRowOf` (listRowOf.ts) derives the row from the article and its marks; nothing else
 * changes it.
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
  /** Whether the page had another text when it was saved before. */
  changed: z._default(z.boolean(), false),
});
export type ListRow = z.infer<typeof ListRow>;

/** How stored list rows are read. Not among the other kinds of rows, so that a list loads none of their schemas. */
export const LIST_ROW = { schema: ListRow, steps: [] } satisfies RowForm;

/** The next day, from `today` (ISO 8601 date) on, on which a task of this article is due; null where there is none. */
export const nextDue = ({ dues }: Pick<ListRow, 'dues'>, today: string): string | null =>
  dues.find((due) => due >= today) ?? null;
