import type { ImportPart, ImportPreview, ImportWriter, MergeKind } from '../record/merge.ts';
import type { ArticleBundle } from '../record/schema.ts';
import { ExchangeError } from './errors.ts';
import { countExtras, type Extras, type ExtrasCounts } from './extras.ts';
import { type Batch, type BatchesEnd, eachBatch, type ImportOptions } from './importBatches.ts';

/** The collection into which a file is imported. */
export type ImportTarget = {
  /** How many articles are passed on for writing together. More are faster, but take more memory. */
  atOnce: number;
  /** Compares articles of the file with the collection. Returns what importing each of them would change. */
  preview(bundles: ArticleBundle[]): Promise<ImportPreview[]>;
  /**
   * Begins an import, or goes on with it. Returns the function that writes the next articles: all of them or none. That
   * function returns how many of them were new or changed. `absentAt` stands for the content of the collection at the
   * preview (see `lookedUp`); null where that is unknown. While that content is unchanged, articles that the preview
   * did not find need not be looked for again.
   */
  begin(importId: string, absentAt: string | null): ImportWriter;
  /** Removes the articles that an import has added, and undoes its changes, except where the person has edited since. */
  undo(importId: string): Promise<void>;
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
  /**
   * `at` stands for the content of the collection at the preview. `met` has the places (in the file) of articles of
   * which something was stored then. Null where the collection changed during the preview, or where something was
   * stored of every article.
   */
  lookedUp: { at: string; met: Set<number> } | null;
} & Omit<BatchesEnd, 'extras'>;

/**
 * How many articles are compared in one transaction. Comparing is so fast that larger transactions would fill the
 * memory.
 */
const COMPARED_AT_ONCE = 50;

/** Reads a file and plans its import. Throws an `ExchangeError` for a file that Pizhu cannot import. */
export async function planImport(
  target: ImportTarget,
  file: Blob,
  options: ImportOptions = {},
): Promise<ImportPlan> {
  const counts: Record<MergeKind, number> = { add: 0, change: 0, left: 0, conflict: 0 };
  const conflicts: PlannedArticle[] = [];
  let newMarks = 0;
  const states = new Set<string>();
  const met = new Set<number>();
  const compare = async (batch: Batch) => {
    const merges = await target.preview(batch.map(({ bundle }) => bundle));
    for (const [i, { place, bundle }] of batch.entries()) {
      const { kind, annotations, absentAt } = merges[i]!;
      if (absentAt === null) met.add(place);
      else states.add(absentAt);
      counts[kind]++;
      newMarks += annotations.filter((one) => one.kind === 'add').length;
      if (kind === 'conflict') conflicts.push({ place, title: bundle.saved.article.title, kind });
    }
  };
  const reading = { ...options, atOnce: COMPARED_AT_ONCE, mended: null, withSum: true };
  const { extras, bad, mended, isCut, isIntact } = await eachBatch(file, reading, compare);
  const newExtras = countExtras(await target.newExtras(extras));
  const importId = crypto.randomUUID();
  const [at, ...others] = states;
  const lookedUp = at === undefined || others.length > 0 ? null : { at, met };
  return { importId, counts, conflicts, newMarks, newExtras, bad, mended, lookedUp, isCut, isIntact };
}

/** Undoes an import. Keeps what the person has edited since. */
export async function undoImport(target: ImportTarget, importId: string): Promise<void> {
  // Undoes the articles last. If the undo fails before them, an interrupted import can still be continued.
  await target.removeExtras(importId);
  await target.undo(importId);
}

/**
 * The part of a plan that the import itself needs. Without `mended`, the import checks each record again. Without
 * `lookedUp`, it looks up each article again.
 */
export type Planned = Pick<ImportPlan, 'importId' | 'bad' | 'isCut'> &
  Partial<Pick<ImportPlan, 'mended' | 'lookedUp'>>;

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
  /**
   * Is called where the import failed, before it is undone. The caller can record this, because an undo may be
   * interrupted halfway.
   */
  onUndoing?: () => void;
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
  { wholeOnly = false, after = 0, onWritten, onUndoing, onNotUndone, ...options }: ApplyOptions = {},
): Promise<number> {
  if (wholeOnly) requireWhole(plan);
  const { importId, lookedUp = null } = plan;
  const write = target.begin(importId, lookedUp?.at ?? null);
  let written = 0;
  const add = async (batch: Batch, more: () => Batch | null) => {
    let last = 0;
    // Skips what was written before. The person may have changed or deleted it since.
    const partOf = (one: Batch): ImportPart | null => {
      const left = one.filter(({ place }) => place > after);
      last = left.at(-1)?.place ?? last;
      if (left.length === 0) return null;
      const isAbsent = left.map(({ place }) => lookedUp !== null && !lookedUp.met.has(place));
      return { bundles: left.map(({ bundle }) => bundle), isAbsent };
    };
    const first = partOf(batch);
    if (!first) return;
    written += await write(first, () => {
      const next = more();
      return next && partOf(next);
    });
    onWritten?.(last, written);
  };
  try {
    const { mended = null } = plan;
    const reading = { ...options, atOnce: target.atOnce, mended, withSum: false };
    const { extras } = await eachBatch(file, reading, add);
    await target.addExtras(importId, extras);
    return written;
  } catch (error) {
    if (options.signal?.aborted) throw error;
    onUndoing?.();
    // Throws the first error also where the undo fails, because the first error says why the import failed.
    await undoImport(target, importId).catch(() => onNotUndone?.());
    throw error;
  }
}
