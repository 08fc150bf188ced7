import type { Change } from '../record/change.ts';
import type { BundleMerge, MergeKind } from '../record/merge.ts';
import type { ArticleBundle } from '../record/schema.ts';
import { sha256 } from '../record/sha256.ts';
import { ExchangeError } from './errors.ts';
import { countExtras, type Extras, type ExtrasCounts, joinExtras, readExtras } from './extras.ts';
import { type BadRecord, readBundle } from './readBundle.ts';
import { type FileEnd, readFile } from './readFile.ts';

/** The collection into which a file is imported. */
export type ImportTarget = {
  /** Compares articles of the file with the collection. Returns what importing each of them would change. */
  preview(bundles: ArticleBundle[]): Promise<BundleMerge[]>;
  /** Applies changes: all of them or none. Returns how many changed anything. */
  write(changes: Change[]): Promise<number>;
  /** Returns those tags, searches, settings and deleted items that are not in the collection yet. */
  newExtras(extras: Extras): Promise<Extras>;
  /** Adds those tags, searches, settings and deleted items that are not in the collection yet. */
  addExtras(importId: string, extras: Extras): Promise<void>;
  /** Removes the tags, searches, settings and deleted items that an import has added, except those changed since. */
  removeExtras(importId: string): Promise<void>;
};

/** The planned result for one article of a file. */
type PlannedArticle = { place: number; title: string; kind: MergeKind };

/** The planned result of importing a file. Planning writes nothing. */
export type ImportPlan = {
  /** The id under which the import can be undone. */
  importId: string;
  counts: Record<MergeKind, number>;
  /** Articles that were edited both in the file and in the collection. */
  conflicts: PlannedArticle[];
  /** The number of marks that are new. */
  newMarks: number;
  /** The number of new tags, searches, settings and deleted items. */
  newExtras: ExtrasCounts;
  bad: BadRecord[];
} & Pick<FileEnd, 'isCut' | 'isIntact'>;

export type ImportOptions = {
  /** Receives the number of articles read so far. */
  onProgress?: (articles: number) => void;
  signal?: AbortSignal;
};

/** The number of articles that are compared or written in one transaction. */
const BATCH = 20;
/**
 * The most bad records that are collected. A file with more is refused, because the list alone would fill the memory.
 */
const MOST_BAD = 10_000;

/**
 * Yields the importable articles of a file. At the end, returns the file's properties, its bad records, and its tags,
 * searches, settings and deleted items.
 */
async function* readBundles(
  file: Blob,
  { onProgress, signal }: ImportOptions,
): AsyncGenerator<
  { place: number; bundle: ArticleBundle },
  Pick<FileEnd, 'isCut' | 'isIntact'> & { bad: BadRecord[]; extras: Extras }
> {
  const items = readFile(file);
  const bad: BadRecord[] = [];
  const seen = new Set<string>();
  for (;;) {
    signal?.throwIfAborted();
    const { done, value } = await items.next();
    if (done) {
      const beside = value.extras.map(readExtras);
      return {
        ...value,
        extras: joinExtras(beside.map(({ extras }) => extras)),
        bad: [...bad, ...beside.flatMap((one) => one.bad)],
      };
    }
    const { place } = value;
    const { bundle, textParts, bad: found } = readBundle(value.value, seen);
    bad.push(...found.map((one) => ({ article: place, ...one })));
    if (bad.length > MOST_BAD) throw new ExchangeError('exportUnreadable');
    onProgress?.(place);
    if (!bundle) continue;
    const texts: ArticleBundle['texts'] = [];
    for (const [i, text] of bundle.texts.entries())
      if ((await sha256(text.text)) === text.sha256) texts.push(text);
      else bad.push({ article: place, part: textParts[i]!, reason: 'altered', detail: text.sha256 });
    yield { place, bundle: { ...bundle, texts } };
  }
}

/** Reads a file and plans its import. Throws an `ExchangeError` for a file that Pizhu cannot import. */
export async function planImport(
  target: ImportTarget,
  file: Blob,
  options: ImportOptions = {},
): Promise<ImportPlan> {
  const counts: Record<MergeKind, number> = { add: 0, change: 0, left: 0, conflict: 0 };
  const conflicts: PlannedArticle[] = [];
  let newMarks = 0;
  let batch: { place: number; bundle: ArticleBundle }[] = [];
  const flush = async () => {
    const merges = await target.preview(batch.map(({ bundle }) => bundle));
    for (const [i, { place, bundle }] of batch.entries()) {
      const { kind, annotations } = merges[i]!;
      counts[kind]++;
      newMarks += annotations.filter((one) => one.kind === 'add').length;
      if (kind === 'conflict') conflicts.push({ place, title: bundle.saved.article.title, kind });
    }
    batch = [];
  };
  const bundles = readBundles(file, options);
  for (;;) {
    const { done, value } = await bundles.next();
    if (done) {
      if (batch.length) await flush();
      const { bad, isCut, isIntact, extras } = value;
      const newExtras = countExtras(await target.newExtras(extras));
      return { importId: crypto.randomUUID(), counts, conflicts, newMarks, newExtras, bad, isCut, isIntact };
    }
    batch.push(value);
    if (batch.length >= BATCH) await flush();
  }
}

/** Undoes an import. Keeps what the person has edited since. */
export async function undoImport(target: ImportTarget, importId: string): Promise<void> {
  // Undoes the articles last. An interrupted import can then be continued even if its undo fails half-way.
  await target.removeExtras(importId);
  await target.write([{ id: crypto.randomUUID(), type: 'undoImport', importId }]);
}

/** The part of a plan that the import itself needs. */
export type Planned = Pick<ImportPlan, 'importId' | 'bad' | 'isCut'>;

/** Throws an `ExchangeError` where a file has bad records or is cut off. */
export function requireWhole({ bad, isCut }: Planned): void {
  if (bad.length > 0 || isCut) throw new ExchangeError('exportDamaged');
}

type ApplyOptions = ImportOptions & {
  /** Whether one bad record prevents the whole import. If false, only the bad records are left out. */
  wholeOnly?: boolean;
  /**
   * The place of the last article that was written before the import was interrupted. The import continues after this
   * article.
   */
  after?: number;
  /** Receives, after each transaction, the place of its last article, and how many articles are new or changed so far. */
  onWritten?: (place: number, count: number) => void;
  /** Is called where the import failed and could not be undone either. What it has written then stays. */
  onNotUndone?: () => void;
};

/**
 * Imports a file as planned. Undoes the whole import if it fails. If it is stopped, keeps what was written; the import
 * can then be continued or undone. Returns how many articles were new or changed.
 */
export async function applyImport(
  target: ImportTarget,
  file: Blob,
  plan: Planned,
  { wholeOnly = false, after = 0, onWritten, onNotUndone, ...options }: ApplyOptions = {},
): Promise<number> {
  if (wholeOnly) requireWhole(plan);
  const { importId } = plan;
  let written = 0;
  let last = after;
  let batch: Change[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    written += await target.write(batch);
    batch = [];
    onWritten?.(last, written);
  };
  try {
    const bundles = readBundles(file, options);
    for (;;) {
      const { done, value } = await bundles.next();
      if (done) {
        await flush();
        await target.addExtras(importId, value.extras);
        return written;
      }
      const { place, bundle } = value;
      // Skips what was written before. The person may have changed or deleted it since.
      if (place <= after) continue;
      last = place;
      const { saved: article, texts, annotations } = bundle;
      batch.push({ id: crypto.randomUUID(), type: 'importArticle', importId, article, texts, annotations });
      if (batch.length >= BATCH) await flush();
    }
  } catch (error) {
    // Throws the first error also where the undo fails, because the first error says why the import failed.
    if (!options.signal?.aborted) await undoImport(target, importId).catch(() => onNotUndone?.());
    throw error;
  }
}
