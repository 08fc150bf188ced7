import type { MessageKey } from '../messageKey.ts';
import type { ArticleBundle } from '../record/schema.ts';
import type { TaskList } from '../tasks/schema.ts';
import type { LeftOut } from './json.ts';
import type { FormattedArticle } from './taskLists.ts';

type Format = {
  /** Stored as the user's choice, so it must not change. */
  id: string;
  label: MessageKey;
  /** The extension of the file's name, without the dot. */
  extension: string;
  mime: string;
};

/** A format in which articles are exported as a file. */
export type CollectionFormat = Format & {
  scope: 'collection';
  /** Gives the file in parts for a `Blob`, so that no single string holds a whole collection. */
  write: (bundles: ArticleBundle[], generator: string, now?: Date, leftOut?: LeftOut[]) => string[];
};

/** A format in which task lists are copied. */
export type TaskListFormat = Format & {
  scope: 'tasks';
  write: (lists: TaskList[], article: FormattedArticle) => string;
};

// Stryker disable ObjectLiteral,StringLiteral,BooleanLiteral: the build reads these words before anything runs.
/** Every format that a file of `formats/` exports. A new format is one new file there. */
const FORMATS = Object.values(
  import.meta.glob<Record<string, CollectionFormat | TaskListFormat>>('./formats/*.ts', { eager: true }),
).flatMap((file) => Object.values(file));
// Stryker restore all

export const COLLECTION_FORMATS = FORMATS.filter(
  (one): one is CollectionFormat => one.scope === 'collection',
);
export const TASK_LIST_FORMATS = FORMATS.filter((one): one is TaskListFormat => one.scope === 'tasks');

/** The format of an id, else the preferred one: a remembered id may be of a format that is no more. */
export const formatOf = <F extends Format>(formats: F[], id: string | null, preferred: string): F =>
  formats.find((one) => one.id === id) ?? formats.find((one) => one.id === preferred) ?? formats[0]!;

/** `pizhu-2026-01-31-3.json`: the exporter's own day, and how many articles the file holds. */
export function exportFileName(count: number, { extension }: CollectionFormat, now = new Date()): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return `pizhu-${day.map((part) => String(part).padStart(2, '0')).join('-')}-${count}.${extension}`;
}
