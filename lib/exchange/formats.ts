import type { MessageKey } from '../messageKey.ts';
import type { ArticleBundle } from '../record/schema.ts';
import type { TaskList } from '../tasks/schema.ts';
import type { ExportAbout } from './about.ts';
import { localDay, safeName } from './fileName.ts';
import type { StreamWriter } from './streamed.ts';
import type { FormattedArticle } from './taskLists.ts';

/** What a person can have in a file or leave out. The label is `exportChoice_ID`. */
export type ExportChoice = 'extras' | 'trash' | 'tasks';
/** The choices that concern the whole collection, and no selection of articles. */
const OF_WHOLE: ReadonlySet<ExportChoice> = new Set(['extras', 'trash']);

type Format = {
  /** Stored as the user's choice, so it must not change. */
  id: string;
  label: MessageKey;
  /** The extension of the file's name, without the dot. */
  extension: string;
  mime: string;
};

/** The groups of formats by purpose, in the order of the list. The label is `formatGroup_GROUP`. */
export const FORMAT_GROUPS = ['whole', 'tables', 'documents', 'references', 'research'] as const;
type FormatGroup = (typeof FORMAT_GROUPS)[number];

/** A format in which articles are exported as a file. */
export type CollectionFormat = Format & {
  scope: 'collection';
  /** Whether the file holds everything as stored, with corrections beside the corrected values. */
  whole?: boolean;
  group: FormatGroup;
  /** What can be had in the file beside the articles. */
  choices?: readonly ExportChoice[];
  /**
   * The most articles of one file, for a format that holds all of them in memory. Reported before the export begins.
   */
  limit?: number;
  /** Writes the file in parts for a `Blob`, so that no single string holds a whole collection. */
  write: (
    bundles: ArticleBundle[],
    generator: string,
    now?: Date,
    about?: ExportAbout,
  ) => Promise<BlobPart[]>;
  /** Writes the file piece by piece, where the format permits that. */
  stream?: StreamWriter;
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

/** The choices that a format offers, for the whole collection or for a part of it. */
export const choicesOf = ({ choices = [] }: CollectionFormat, isAll: boolean): readonly ExportChoice[] =>
  isAll ? choices : choices.filter((one) => !OF_WHOLE.has(one));

/** The format with an id, else the preferred one, because a stored id may belong to a format that no longer exists. */
export const formatOf = <F extends Format>(formats: F[], id: string | null, preferred: string): F =>
  formats.find((one) => one.id === id) ?? formats.find((one) => one.id === preferred) ?? formats[0]!;

/**
 * The name of a file: the headline of its only article, or the number of articles, and the day of the export in the
 * reader's time zone. `标题-2026-01-31.json`, `pizhu-3-2026-01-31.json`.
 */
export function exportFileName(
  { count, title }: { count: number; title: string },
  { extension }: Pick<CollectionFormat, 'extension'>,
  now = new Date(),
): string {
  const name = count === 1 ? safeName(title) : `pizhu-${count}`;
  return `${name}-${localDay(now)}.${extension}`;
}
