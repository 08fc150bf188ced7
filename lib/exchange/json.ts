import { sha256 as hashOf } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { exportedFields } from '../record/fields.ts';
import { ArticleBundle } from '../record/schema.ts';
import { sha256 } from '../record/sha256.ts';
import { TaskList } from '../tasks/schema.ts';
import { z } from '../zod.ts';
import { taskListsOf } from './bundle.ts';
import { ExchangeError } from './errors.ts';
import { Extras, Usage } from './extras.ts';
import { readBundle } from './readBundle.ts';
import { Utf8Pieces } from './utf8Pieces.ts';

/** The version of the file format. It rises only when older versions of Pizhu could not read the new form. */
const EXPORT_VERSION = 2;
/** Identifies a file as an export of Pizhu. */
const FORMAT = 'pizhu-collection';

/** An article with everything stored about it, and its task lists with the person's corrections applied. */
export const ExportedArticle = z.extend(ArticleBundle, {
  /**
   * `saved.taskLists` with `saved.taskCorrections` applied. Present only where there are corrections; ignored by an
   * import.
   */
  correctedTaskLists: z.optional(z.array(TaskList)),
});
export type ExportedArticle = z.infer<typeof ExportedArticle>;

const Count = z.int().check(z.minimum(0));

const Sum = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** The number of articles, texts and annotations in a file. */
export const ExportCounts = z.object({ articles: Count, texts: Count, annotations: Count });
export type ExportCounts = z.infer<typeof ExportCounts>;

/** A stored row that could not be read and is therefore missing from the file. */
const LeftOut = z.object({
  id: z.string(),
  table: z.string(),
  reason: z.string(),
  message: z.string(),
});
type LeftOut = z.infer<typeof LeftOut>;

/** A collection, or a part of one, as a JSON file with everything stored about its articles. */
export const ExportFile = z.object({
  format: z.literal(FORMAT),
  version: z.literal(EXPORT_VERSION),
  /** The time of the export (ISO 8601, UTC). */
  exportedAt: z.iso.datetime(),
  generator: z.string(),
  /** Rows that belong in the file but could not be read. Absent in files of earlier versions of Pizhu. */
  leftOut: z.optional(z.array(LeftOut)),
  /**
   * Tags, searches, settings and deleted items of the collection. Absent where the person did not include them. A file
   * with a part of the collection has only the extras that its articles use, and has them after the articles.
   */
  extras: z.optional(Extras),
  articles: z.array(ExportedArticle),
  counts: ExportCounts,
  /**
   * The SHA-256 of a list of hashes. The list has the SHA-256 of each article, each followed by a line feed. An article
   * is hashed as JSON without blanks (`JSON.stringify`) in UTF-8. All hashes are in lower-case hexadecimal.
   */
  sha256: Sum,
  /** The SHA-256 of `extras` as JSON without blanks; absent where the file has none. */
  extrasSha256: z.optional(Sum),
});
export type ExportFile = z.infer<typeof ExportFile>;

/** The properties of a file apart from its articles. Files of version 1 had neither counts nor a checksum. */
export const ExportHead = z.object({
  format: z.literal(FORMAT),
  version: z.int().check(z.minimum(1)),
  exportedAt: z.iso.datetime(),
  generator: z.string(),
  /** Rows that belong in the file but could not be read. Absent in files of earlier versions of Pizhu. */
  leftOut: z.optional(z.array(LeftOut)),
  /** The tags, searches, settings and deleted items. `readExtras` checks them one by one. */
  extras: z.optional(z.unknown()),
  counts: z.optional(ExportCounts),
  sha256: z.optional(z.string()),
  extrasSha256: z.optional(z.string()),
  /** Whether the articles of NDJSON follow, and after them a last line. Absent in that last line, and in older files. */
  opens: z.optional(z.boolean()),
});
export type ExportHead = z.infer<typeof ExportHead>;

/** Makes the form in which an article is exported. */
export function exportedArticle(bundle: ArticleBundle): ExportedArticle {
  const { saved, texts, annotations } = bundle;
  const whole = { saved: { ...saved, article: exportedFields(saved.article) }, texts, annotations };
  return saved.taskCorrections.length === 0 ? whole : { ...whole, correctedTaskLists: taskListsOf(bundle) };
}

/** How many hashes are computed at the same time. */
const HASHED_AT_ONCE = 32;

const hasAny = (extras: Extras) => Object.keys(extras).length > 0;

/** Counts the articles of a file as they are written or read, and computes their checksum. */
export class ExportSum {
  readonly counts: ExportCounts = { articles: 0, texts: 0, annotations: 0 };
  /**
   * Hashes the list of hashes as it grows, so that the list is never in memory. Uses a library, because the browser's
   * own function hashes only complete data.
   */
  private readonly lines = hashOf.create();
  /** The hashes that are being computed, in the order of the articles. */
  private hashes: Promise<string>[] = [];

  /**
   * Adds an article, given as JSON without blanks, as text or as UTF-8. Waits for hashes only now and then, because a
   * wait takes long. Bytes may be overwritten as soon as the function has returned its promise.
   */
  async add(
    json: string | Uint8Array<ArrayBuffer>,
    { texts, annotations }: { texts: unknown[]; annotations: unknown[] },
  ): Promise<void> {
    this.counts.articles++;
    this.counts.texts += texts.length;
    this.counts.annotations += annotations.length;
    this.hashes.push(sha256(json));
    if (this.hashes.length >= HASHED_AT_ONCE) await this.collect();
  }

  private async collect(): Promise<void> {
    const hashes = await Promise.all(this.hashes);
    this.hashes = [];
    if (hashes.length) this.lines.update(utf8ToBytes(`${hashes.join('\n')}\n`));
  }

  /** The `sha256` of the file. Can be called once. */
  async sum(): Promise<string> {
    await this.collect();
    return bytesToHex(this.lines.digest());
  }
}

/** The data that a file can have in addition to its articles. */
export type ExportBeside = {
  leftOut?: LeftOut[];
  /** Tags, searches, settings and deleted items of the collection. */
  extras?: Extras;
  /** Whether the file gets only the extras that its articles use. */
  onlyUsed?: boolean;
};

/**
 * Writes a file as UTF-8, piece by piece, so that a whole collection is never in memory. `takeFull` and `takeRest` return
 * what was written.
 */
export class ExportWriter extends Utf8Pieces {
  private readonly sum = new ExportSum();
  private readonly usage = new Usage();
  private readonly beside: Required<ExportBeside>;

  constructor(
    private readonly generator: string,
    private readonly now: Date,
    { leftOut = [], extras = {}, onlyUsed = false }: ExportBeside = {},
  ) {
    super();
    this.beside = { leftOut, extras, onlyUsed };
  }

  private get head() {
    const { generator, now } = this;
    const { leftOut } = this.beside;
    return { format: FORMAT, version: EXPORT_VERSION, exportedAt: now.toISOString(), generator, leftOut };
  }

  private async foot(extras: Extras) {
    const sums = { counts: this.sum.counts, sha256: await this.sum.sum() };
    return hasAny(extras) ? { ...sums, extrasSha256: await sha256(JSON.stringify(extras)) } : sums;
  }

  /** The extras that are written after the articles. Only then is it known which extras the articles use. */
  private get usedExtras(): Extras {
    return this.beside.onlyUsed ? this.usage.extrasOf(this.beside.extras) : {};
  }

  private async json(bundle: ArticleBundle): Promise<void> {
    const bytes = this.add(JSON.stringify(exportedArticle(bundle)));
    this.usage.add(bundle);
    await this.sum.add(bytes, bundle);
  }

  /** Writes the beginning of the file, before the articles. */
  opening(): void {
    const { extras, onlyUsed } = this.beside;
    const head = { ...this.head, ...(hasAny(extras) && !onlyUsed ? { extras } : {}) };
    this.add(`${JSON.stringify(head).slice(0, -1)},"articles":[\n`);
  }

  /** Writes the next article as JSON, after a comma where one is needed. */
  async article(bundle: ArticleBundle): Promise<void> {
    if (this.sum.counts.articles > 0) this.add(',\n');
    await this.json(bundle);
  }

  /** Writes the end of the file, after the articles. */
  async closing(): Promise<void> {
    const { extras, onlyUsed } = this.beside;
    const used = this.usedExtras;
    const foot = {
      ...(hasAny(used) ? { extras: used } : {}),
      ...(await this.foot(onlyUsed ? used : extras)),
    };
    this.add(`\n],${JSON.stringify(foot).slice(1)}\n`);
  }

  /** Writes the next article as a line of NDJSON. */
  async line(bundle: ArticleBundle): Promise<void> {
    await this.json(bundle);
    this.add('\n');
  }

  /** Writes the first line of NDJSON. It announces a last line, so that a file that was cut is noticed. */
  firstLine(): void {
    const { leftOut: _, ...head } = this.head;
    this.add(`${JSON.stringify({ ...head, opens: true })}\n`);
  }

  /** Writes the last line of NDJSON: everything in the file except the articles, with counts and checksum. */
  async lastLine(): Promise<void> {
    const { extras: all, onlyUsed } = this.beside;
    const extras = onlyUsed ? this.usedExtras : all;
    const line = { ...this.head, ...(hasAny(extras) ? { extras } : {}), ...(await this.foot(extras)) };
    this.add(`${JSON.stringify(line)}\n`);
  }
}

/** Writes articles as a file in UTF-8, piece by piece. No character is split between two pieces. */
export async function* exportPieces(
  bundles: AsyncIterable<ArticleBundle> | Iterable<ArticleBundle>,
  generator: string,
  now = new Date(),
  about: ExportBeside = {},
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const writer = new ExportWriter(generator, now, about);
  writer.opening();
  for await (const bundle of bundles) {
    await writer.article(bundle);
    yield* writer.takeFull();
  }
  await writer.closing();
  yield* writer.takeRest();
}

/** Writes articles as parts for a `Blob`. So no string holds the whole collection. */
export async function exportParts(
  bundles: ArticleBundle[],
  generator: string,
  now = new Date(),
  about: ExportBeside = {},
): Promise<string[]> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const parts: string[] = [];
  for await (const part of exportPieces(bundles, generator, now, about)) parts.push(decoder.decode(part));
  return parts;
}

/** Whether a line of NDJSON is its first or last line, and not an article. */
export const isHeadLine = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  value.format === FORMAT &&
  !('articles' in value);

/**
 * Reads and checks the properties of a file apart from its articles. Throws an `ExchangeError` where the file is not an
 * export, or a newer version wrote it.
 */
export function readHead(value: unknown): ExportHead {
  const { format, version } = (value ?? {}) as Partial<ExportHead>;
  if (format !== FORMAT) throw new ExchangeError('notExport');
  if (typeof version === 'number' && version > EXPORT_VERSION) throw new ExchangeError('exportNewer');
  const head = ExportHead.safeParse(value);
  if (!head.success) throw new ExchangeError('notExport', z.prettifyError(head.error));
  return head.data;
}

/**
 * Reads an exported file of any version, and migrates older rows. Throws an `ExchangeError` if a single record cannot
 * be read. An import uses import.ts instead, which reads large files piece by piece.
 */
export function parseExport(json: string): ExportHead & { articles: ExportedArticle[] } {
  let value: { articles?: unknown };
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new ExchangeError(json.includes(FORMAT) ? 'exportCut' : 'notExport', String(error));
  }
  const head = readHead(value);
  if (!Array.isArray(value.articles)) throw new ExchangeError('notExport');
  const articles = value.articles.map((one): ExportedArticle => {
    const { bundle, bad } = readBundle(one);
    if (!bundle || bad.length) throw new ExchangeError('exportDamaged', bad[0]?.detail);
    const corrected = z.array(TaskList).safeParse(one.correctedTaskLists);
    return corrected.success ? { ...bundle, correctedTaskLists: corrected.data } : bundle;
  });
  return { ...head, articles };
}
