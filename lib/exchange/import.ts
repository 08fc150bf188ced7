import type { Change } from '../record/change.ts';
import type { BundleMerge, MergeKind } from '../record/merge.ts';
import type { ArticleBundle } from '../record/schema.ts';
import { sha256 } from '../record/sha256.ts';
import { ExchangeError } from './errors.ts';
import { type BadRecord, readBundle } from './readBundle.ts';
import { type FileEnd, readFile } from './readFile.ts';

/** The collection that a file is brought into. */
export type ImportTarget = {
  /** What importing this article would do. */
  preview(bundle: ArticleBundle): Promise<BundleMerge>;
  /** Applies changes: all of them or none. Gives how many changed anything. */
  write(changes: Change[]): Promise<number>;
};

/** What would become of an article of a file. */
type PlannedArticle = { place: number; title: string; kind: MergeKind };

/** What bringing in a file would do. Made without writing anything. */
export type ImportPlan = {
  /** By which the import is undone. */
  importId: string;
  counts: Record<MergeKind, number>;
  /** Those that both collections have edited. */
  conflicts: PlannedArticle[];
  /** Marks that would be new. */
  newMarks: number;
  bad: BadRecord[];
} & Pick<FileEnd, 'isCut' | 'isIntact'>;

export type ImportOptions = {
  /** How far reading is, in articles. */
  onProgress?: (articles: number) => void;
  signal?: AbortSignal;
};

/** Articles of one transaction. */
const BATCH = 20;
/** Bad records that are gathered. A file with more is refused: their list alone would fill the memory. */
const MOST_BAD = 10_000;

/** Reads the articles of a file that can be brought in. Gives what is known of the file, with what is bad in it. */
async function* readBundles(
  file: Blob,
  { onProgress, signal }: ImportOptions,
): AsyncGenerator<{ place: number; bundle: ArticleBundle }, FileEnd & { bad: BadRecord[] }> {
  const items = readFile(file);
  const bad: BadRecord[] = [];
  const seen = new Set<string>();
  for (;;) {
    signal?.throwIfAborted();
    const { done, value } = await items.next();
    if (done) return { ...value, bad };
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

/** Reads a file and says what bringing it in would do. Throws an `ExchangeError` for a file that is none of ours. */
export async function planImport(
  target: ImportTarget,
  file: Blob,
  options: ImportOptions = {},
): Promise<ImportPlan> {
  const counts: Record<MergeKind, number> = { add: 0, change: 0, left: 0, conflict: 0 };
  const conflicts: PlannedArticle[] = [];
  let newMarks = 0;
  const bundles = readBundles(file, options);
  for (;;) {
    const { done, value } = await bundles.next();
    if (done) {
      const { bad, isCut, isIntact } = value;
      return { importId: crypto.randomUUID(), counts, conflicts, newMarks, bad, isCut, isIntact };
    }
    const { place, bundle } = value;
    const { kind, annotations } = await target.preview(bundle);
    counts[kind]++;
    newMarks += annotations.filter((one) => one.kind === 'add').length;
    if (kind === 'conflict') conflicts.push({ place, title: bundle.saved.article.title, kind });
  }
}

/** Takes back an import, save for what was edited since. */
export const undoImport = (target: ImportTarget, importId: string) =>
  target.write([{ id: crypto.randomUUID(), type: 'undoImport', importId }]);

/**
 * Brings in a file as planned: all its good records, or with `wholeOnly` nothing where any is bad. Where it fails on the
 * way, or is stopped, all that was brought in is taken back. Gives how many articles were new or changed.
 */
export async function applyImport(
  target: ImportTarget,
  file: Blob,
  { importId, bad, isCut }: ImportPlan,
  { wholeOnly = false, ...options }: ImportOptions & { wholeOnly?: boolean } = {},
): Promise<number> {
  if (wholeOnly && (bad.length > 0 || isCut)) throw new ExchangeError('exportDamaged');
  let written = 0;
  let batch: Change[] = [];
  const flush = async () => {
    written += await target.write(batch);
    batch = [];
  };
  try {
    for await (const { bundle } of readBundles(file, options)) {
      const { saved: article, texts, annotations } = bundle;
      batch.push({ id: crypto.randomUUID(), type: 'importArticle', importId, article, texts, annotations });
      if (batch.length >= BATCH) await flush();
    }
    await flush();
    return written;
  } catch (error) {
    await undoImport(target, importId);
    throw error;
  }
}
