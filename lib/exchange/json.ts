import { exportedFields } from '../record/fields.ts';
import type { ArticleBundle } from '../record/schema.ts';
import { sha256 } from '../record/sha256.ts';
import { taskListsOf } from './bundle.ts';
import { EXPORT_VERSION, type ExportedArticle, FORMAT, type LeftOut } from './exportForm.ts';
import { ExportSum } from './exportSum.ts';
import { type Extras, Usage } from './extras.ts';

/** Makes the form in which an article is exported. */
export function exportedArticle(bundle: ArticleBundle): ExportedArticle {
  const { saved, texts, annotations } = bundle;
  const whole = { saved: { ...saved, article: exportedFields(saved.article) }, texts, annotations };
  return saved.taskCorrections.length === 0 ? whole : { ...whole, correctedTaskLists: taskListsOf(bundle) };
}

const hasAny = (extras: Extras) => Object.keys(extras).length > 0;

/** The data that a file can have in addition to its articles. */
export type ExportBeside = {
  leftOut?: LeftOut[];
  /** Tags, searches, settings and deleted items of the collection. */
  extras?: Extras;
  /** Whether the file gets only the extras that its articles use. */
  onlyUsed?: boolean;
};

/** Makes an export file piece by piece, so that a whole collection is never in memory. */
export class ExportWriter {
  private readonly sum = new ExportSum();
  private readonly usage = new Usage();
  private readonly beside: Required<ExportBeside>;

  constructor(
    private readonly generator: string,
    private readonly now: Date,
    { leftOut = [], extras = {}, onlyUsed = false }: ExportBeside = {},
  ) {
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

  /** The beginning of a JSON file, before the articles. */
  opening(): string {
    const { extras, onlyUsed } = this.beside;
    const head = { ...this.head, ...(hasAny(extras) && !onlyUsed ? { extras } : {}) };
    return `${JSON.stringify(head).slice(0, -1)},"articles":[\n`;
  }

  /** The next article as JSON without blanks. */
  async article(bundle: ArticleBundle): Promise<string> {
    const json = JSON.stringify(exportedArticle(bundle));
    this.usage.add(bundle);
    await this.sum.add(json, bundle);
    return json;
  }

  /** The end of a JSON file, after the articles. */
  async closing(): Promise<string> {
    const { extras, onlyUsed } = this.beside;
    const used = this.usedExtras;
    const foot = {
      ...(hasAny(used) ? { extras: used } : {}),
      ...(await this.foot(onlyUsed ? used : extras)),
    };
    return `\n],${JSON.stringify(foot).slice(1)}\n`;
  }

  /** The first line of NDJSON. It announces a last line, so that a file that was cut is noticed. */
  firstLine(): string {
    const { leftOut: _, ...head } = this.head;
    return `${JSON.stringify({ ...head, opens: true })}\n`;
  }

  /** The last line of NDJSON: everything in the file except the articles, with counts and checksum. */
  async lastLine(): Promise<string> {
    const { extras: all, onlyUsed } = this.beside;
    const extras = onlyUsed ? this.usedExtras : all;
    const line = { ...this.head, ...(hasAny(extras) ? { extras } : {}), ...(await this.foot(extras)) };
    return `${JSON.stringify(line)}\n`;
  }
}

/**
 * Writes articles as a JSON file, piece by piece. Yields texts, because the browser encodes those of a blob faster than a
 * `TextEncoder` does.
 */
export async function* exportPieces(
  bundles: AsyncIterable<ArticleBundle> | Iterable<ArticleBundle>,
  generator: string,
  now = new Date(),
  about: ExportBeside = {},
): AsyncGenerator<string> {
  const writer = new ExportWriter(generator, now, about);
  yield writer.opening();
  let isFirst = true;
  for await (const bundle of bundles) {
    if (!isFirst) yield ',\n';
    isFirst = false;
    yield await writer.article(bundle);
  }
  yield await writer.closing();
}

/** Writes articles as parts for a `Blob`. So no string holds the whole collection. */
export async function exportParts(
  bundles: ArticleBundle[],
  generator: string,
  now = new Date(),
  about: ExportBeside = {},
): Promise<string[]> {
  const parts: string[] = [];
  for await (const part of exportPieces(bundles, generator, now, about)) parts.push(part);
  return parts;
}
