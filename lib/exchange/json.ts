import { exportedFields } from '../record/fields.ts';
import { ArticleBundle } from '../record/schema.ts';
import { sha256 } from '../record/sha256.ts';
import { TaskList } from '../tasks/schema.ts';
import { z } from '../zod.ts';
import { taskListsOf } from './bundle.ts';
import { ExchangeError } from './errors.ts';
import { Extras } from './extras.ts';
import { readBundle } from './readBundle.ts';

/** The version of the file's form. It rises when a reader of the old form could not read the new one. */
const EXPORT_VERSION = 2;
/** Identifies a file as an export of Pizhu. */
const FORMAT = 'pizhu-collection';

/** An article with everything that belongs to it, and its task lists with the person's corrections. */
export const ExportedArticle = z.extend(ArticleBundle, {
  /** `saved.taskLists` with `saved.taskCorrections` applied; only where there are corrections. An import ignores it. */
  correctedTaskLists: z.optional(z.array(TaskList)),
});
export type ExportedArticle = z.infer<typeof ExportedArticle>;

const Count = z.int().check(z.minimum(0));

const Sum = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** The number of articles, texts and annotations in a file. */
export const ExportCounts = z.object({ articles: Count, texts: Count, annotations: Count });
export type ExportCounts = z.infer<typeof ExportCounts>;

/** A stored row that could not be read, and is therefore not in a file. */
export const LeftOut = z.object({
  id: z.string(),
  table: z.string(),
  reason: z.string(),
  message: z.string(),
});
export type LeftOut = z.infer<typeof LeftOut>;

/** A collection, or a part of one, as a JSON file with everything stored about its articles. */
export const ExportFile = z.object({
  format: z.literal(FORMAT),
  version: z.literal(EXPORT_VERSION),
  /** ISO 8601, UTC. */
  exportedAt: z.iso.datetime(),
  generator: z.string(),
  /** Rows that belong in the file but could not be read. Absent in files of earlier versions. */
  leftOut: z.optional(z.array(LeftOut)),
  /** What belongs to the collection beside its articles. Absent where it was not asked for. */
  extras: z.optional(Extras),
  articles: z.array(ExportedArticle),
  counts: ExportCounts,
  /**
   * SHA-256 of a list with the SHA-256 of each article, each followed by a line feed. The hash of an article is of its
   * JSON without blanks (`JSON.stringify`), as UTF-8. Lower-case hexadecimal.
   */
  sha256: Sum,
  /** Of `extras` as JSON without blanks, where there are any. */
  extrasSha256: z.optional(Sum),
});
export type ExportFile = z.infer<typeof ExportFile>;

/** The properties of a file beside its articles. Version 1 had neither counts nor a checksum. */
export const ExportHead = z.object({
  format: z.literal(FORMAT),
  version: z.int().check(z.minimum(1)),
  exportedAt: z.iso.datetime(),
  generator: z.string(),
  /** Rows that belong in the file but could not be read. Absent in files of earlier versions. */
  leftOut: z.optional(z.array(LeftOut)),
  /** Read item by item with `readExtras`. */
  extras: z.optional(z.unknown()),
  counts: z.optional(ExportCounts),
  sha256: z.optional(z.string()),
  extrasSha256: z.optional(z.string()),
});
export type ExportHead = z.infer<typeof ExportHead>;

/** Makes the exported form of an article. */
export function exportedArticle(bundle: ArticleBundle): ExportedArticle {
  const { saved, texts, annotations } = bundle;
  const whole = { saved: { ...saved, article: exportedFields(saved.article) }, texts, annotations };
  return saved.taskCorrections.length === 0 ? whole : { ...whole, correctedTaskLists: taskListsOf(bundle) };
}

/** Counts the articles of a file, and computes their checksum. */
export class ExportSum {
  readonly counts: ExportCounts = { articles: 0, texts: 0, annotations: 0 };
  private lines = '';

  /** Adds an article, given as JSON without blanks. */
  async add(
    json: string,
    { texts, annotations }: { texts: unknown[]; annotations: unknown[] },
  ): Promise<void> {
    this.counts.articles++;
    this.counts.texts += texts.length;
    this.counts.annotations += annotations.length;
    this.lines += `${await sha256(json)}\n`;
  }

  /** The `sha256` of the file. */
  sum(): Promise<string> {
    return sha256(this.lines);
  }
}

/** Writes a file piece by piece, so that a collection is never in memory whole. */
export class ExportWriter {
  private readonly sum = new ExportSum();

  constructor(
    private readonly generator: string,
    private readonly now: Date,
    private readonly leftOut: LeftOut[],
    private readonly extras: Extras = {},
  ) {}

  private get hasExtras(): boolean {
    return Object.keys(this.extras).length > 0;
  }

  /** The beginning of the file, before the articles. */
  opening(): string {
    const { generator, now, leftOut, extras } = this;
    const head = {
      format: FORMAT,
      version: EXPORT_VERSION,
      exportedAt: now.toISOString(),
      generator,
      leftOut,
      ...(this.hasExtras ? { extras } : {}),
    };
    return `${JSON.stringify(head).slice(0, -1)},"articles":[\n`;
  }

  /** The next article, as JSON. */
  async article(bundle: ArticleBundle): Promise<string> {
    const json = JSON.stringify(exportedArticle(bundle));
    const isFirst = this.sum.counts.articles === 0;
    await this.sum.add(json, bundle);
    return isFirst ? json : `,\n${json}`;
  }

  /** The end of the file, after the articles. */
  async closing(): Promise<string> {
    const foot = JSON.stringify({
      counts: this.sum.counts,
      sha256: await this.sum.sum(),
      ...(this.hasExtras ? { extrasSha256: await sha256(JSON.stringify(this.extras)) } : {}),
    });
    return `\n],${foot.slice(1)}\n`;
  }
}

/** Writes these articles as a file, one article in each piece. */
export async function* exportPieces(
  bundles: AsyncIterable<ArticleBundle> | Iterable<ArticleBundle>,
  generator: string,
  now = new Date(),
  { leftOut = [], extras }: { leftOut?: LeftOut[]; extras?: Extras } = {},
): AsyncGenerator<string> {
  const writer = new ExportWriter(generator, now, leftOut, extras);
  yield writer.opening();
  for await (const bundle of bundles) yield await writer.article(bundle);
  yield await writer.closing();
}

/** Writes these articles as parts for a `Blob`, one article in each part, so that no single string holds all. */
export async function exportParts(
  bundles: ArticleBundle[],
  generator: string,
  now = new Date(),
  about: { leftOut?: LeftOut[]; extras?: Extras } = {},
): Promise<string[]> {
  const parts: string[] = [];
  for await (const part of exportPieces(bundles, generator, now, about)) parts.push(part);
  return parts;
}

/**
 * Reads and checks the properties beside the articles. Throws an `ExchangeError` for another kind of file, or a newer
 * version.
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
 * Reads an exported file of any version, and migrates older rows. Throws an `ExchangeError`, even where only one record
 * cannot be read. import.ts reads whole collections piece by piece.
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
