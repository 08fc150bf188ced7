import type { MessageKey } from '../messageKey.ts';
import { localDay } from '../record/localDay.ts';
import type { ArticleBundle } from '../record/schema.ts';
import type { TaskList } from '../tasks/schema.ts';
import type { ExportAbout } from './about.ts';
import { safeName } from './fileName.ts';
import type { StreamWriter } from './streamed.ts';
import type { FormattedArticle } from './taskLists.ts';

/** A part of a file that the person can include or omit. The label is `exportChoice_ID` in `_locales`. */
export type ExportChoice = 'extras' | 'trash' | 'meanings' | 'tasks';
/** The choices offered only for the whole collection, and not for selected articles. */
const OF_WHOLE: ReadonlySet<ExportChoice> = new Set(['extras', 'trash']);

type Format = {
  /** Stored as the user's choice, so an id must never change. */
  id: string;
  label: MessageKey;
  /** The file extension, without the dot. */
  extension: string;
  mime: string;
};

/** The groups of formats by purpose, in the order of the list. The label is `formatGroup_GROUP` in `_locales`. */
export const FORMAT_GROUPS = ['whole', 'tables', 'documents', 'references', 'research'] as const;
type FormatGroup = (typeof FORMAT_GROUPS)[number];

/** A format in which articles are exported as a file. */
export type CollectionFormat = Format & {
  scope: 'collection';
  /**
   * Whether the file holds everything as stored. Such a file has the corrections of a value next to the value itself.
   */
  whole?: boolean;
  group: FormatGroup;
  /** The optional parts that the person can include in the file. */
  choices?: readonly ExportChoice[];
  /**
   * The most articles in one file, for a format that must hold all of them in memory. The person is told before the
   * export begins.
   */
  limit?: number;
  /** Writes the file in parts for a `Blob`, so that a whole collection is never one string. */
  write: (
    bundles: ArticleBundle[],
    generator: string,
    now?: Date,
    about?: ExportAbout,
  ) => Promise<BlobPart[]>;
  /** Writes the file piece by piece; absent for formats that do not allow it. */
  stream?: StreamWriter;
};

/** A format in which task lists can be copied. */
export type TaskListFormat = Format & {
  scope: 'tasks';
  write: (lists: TaskList[], article: FormattedArticle) => string;
};

// Stryker disable ObjectLiteral,StringLiteral,BooleanLiteral: the build reads these arguments before anything runs.
/** Collects every format that a file of `formats/` exports. So a new format needs only a new file. */
const FORMATS = Object.values(
  import.meta.glob<Record<string, CollectionFormat | TaskListFormat>>('./formats/*.ts', { eager: true }),
).flatMap((file) => Object.values(file));
// Stryker restore all

export const COLLECTION_FORMATS = FORMATS.filter(
  (one): one is CollectionFormat => one.scope === 'collection',
);
export const TASK_LIST_FORMATS = FORMATS.filter((one): one is TaskListFormat => one.scope === 'tasks');

/**
 * The choices that a format offers. `isAll`: the whole collection is exported. The extras of the whole collection
 * include the meanings, so only one of the two is offered.
 */
export const choicesOf = ({ choices = [] }: CollectionFormat, isAll: boolean): readonly ExportChoice[] =>
  choices.filter((one) => (isAll ? one !== 'meanings' || !choices.includes('extras') : !OF_WHOLE.has(one)));

/**
 * The format with an id, or else the preferred format, because a stored id may belong to a format that no longer
 * exists.
 */
export const formatOf = <F extends Format>(formats: F[], id: string | null, preferred: string): F =>
  formats.find((one) => one.id === id) ?? formats.find((one) => one.id === preferred) ?? formats[0]!;

/**
 * The name of an exported file: the headline of its only article, or else the number of articles; then the date in the
 * user's time zone. Examples: `标题-2026-01-31.json` (标题: title), `pizhu-3-2026-01-31.json`.
 */
export function exportFileName(
  { count, title }: { count: number; title: string },
  { extension }: Pick<CollectionFormat, 'extension'>,
  now = new Date(),
): string {
  const name = count === 1 ? safeName(title) : `pizhu-${count}`;
  return `${name}-${localDay(now)}.${extension}`;
}
