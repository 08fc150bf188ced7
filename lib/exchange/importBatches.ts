import type { ArticleBundle } from '../record/schema.ts';
import { sha256 } from '../record/sha256.ts';
import { ExchangeError } from './errors.ts';
import { type Extras, joinExtras, readExtras } from './extras.ts';
import { type BadRecord, type BundleReading, readAgain, readBundle } from './readBundle.ts';
import { type FileEnd, readFile } from './readFile.ts';
import { UuidSet } from './uuidSet.ts';

// Reads a file for an import, a few articles at a time.

export type ImportOptions = {
  /** Receives the number of articles read so far. */
  onProgress?: (articles: number) => void;
  signal?: AbortSignal;
};

/**
 * The length (UTF-16 units of the file) at which articles are compared or written, even if there are fewer than
 * `atOnce`.
 */
const LONGEST_BATCH = 2 * 2 ** 20;
/**
 * The most bad records that are collected. A file with more is refused, because the list alone would fill the memory.
 */
const MOST_BAD = 10_000;

/** An article of a file as it was read. `bundle` is null where nothing of it can be imported. */
type ReadArticle = { place: number; bad: BadRecord[]; isChecked: boolean } & Omit<BundleReading, 'bad'>;
/** Importable articles of a file, with their places. */
export type Batch = { place: number; bundle: ArticleBundle }[];
/** What is known of a file when all of it has been read. */
export type BatchesEnd = Pick<FileEnd, 'isCut' | 'isIntact'> & {
  bad: BadRecord[];
  /** The places of articles that are imported otherwise than they are in the file. The others need no second check. */
  mended: Set<number>;
  extras: Extras;
};
type ReadOptions = ImportOptions & {
  atOnce: number;
  /**
   * The `mended` places that the plan has found, so that no other article is checked a second time. Null where the
   * file was not planned.
   */
  mended: Set<number> | null;
  /** Whether to compare the articles with the checksum in the file. */
  withSum: boolean;
};

/** Leaves out texts that do not match their SHA-256, and adds them to the bad records of their article. */
async function withoutAltered(read: ReadArticle[]): Promise<Batch> {
  // Hashes all texts at the same time, because each wait for a hash takes long.
  const hashes = await Promise.all(
    read.map(({ bundle, isChecked }) =>
      isChecked || !bundle ? [] : Promise.all(bundle.texts.map(({ text }) => sha256(text))),
    ),
  );
  return read.flatMap(({ place, bundle, textParts, bad, isChecked }, n) => {
    if (!bundle) return [];
    if (isChecked) return [{ place, bundle }];
    const texts = bundle.texts.filter(({ sha256 }, i) => {
      const isSame = hashes[n]![i] === sha256;
      if (!isSame) bad.push({ article: place, part: textParts[i]!, reason: 'altered', detail: sha256 });
      return isSame;
    });
    return [{ place, bundle: { ...bundle, texts } }];
  });
}

/**
 * Yields the importable articles of a file in batches. At the end, returns the file's properties, its bad records, and
 * its tags, searches, settings and deleted items.
 */
async function* readBatches(
  file: Blob,
  { atOnce, onProgress, signal, mended: known, withSum }: ReadOptions,
): AsyncGenerator<Batch, BatchesEnd> {
  const items = readFile(file, withSum);
  const mended = new Set<number>();
  const bad: BadRecord[] = [];
  const seen = new UuidSet();
  let read: ReadArticle[] = [];
  let units = 0;
  const take = async () => {
    const batch = await withoutAltered(read);
    for (const one of read) {
      if (one.isMended || one.bad.length > 0) mended.add(one.place);
      bad.push(...one.bad);
    }
    if (bad.length > MOST_BAD) throw new ExchangeError('exportUnreadable');
    read = [];
    units = 0;
    return batch;
  };
  for (;;) {
    signal?.throwIfAborted();
    const { done, value } = await items.next();
    if (done) {
      yield await take();
      const beside = value.extras.map(readExtras);
      return {
        ...value,
        extras: joinExtras(beside.map(({ extras }) => extras)),
        bad: [...bad, ...beside.flatMap((one) => one.bad)],
        mended,
      };
    }
    const { place, length } = value;
    const isChecked = known !== null && !known.has(place);
    const reading = isChecked
      ? readAgain(value.value, known.size ? seen : null)
      : readBundle(value.value, seen);
    const own = reading.bad.map((one) => ({ article: place, ...one }));
    read.push({ place, ...reading, bad: own, isChecked });
    onProgress?.(place);
    units += length;
    if (read.length >= atOnce || units >= LONGEST_BATCH) yield await take();
  }
}

/** How many batches are read ahead of those that are being processed. More would only wait, and fill the memory. */
const READ_AHEAD = 1;

/**
 * Reads a file in batches, and gives each to `take`. Reads ahead while `take` works, because the database works in
 * parallel with the page. `more` returns the next batch if it has been read already, so that `take` can process both
 * together. Calls `take` again only when its last call has ended, and never after the reading has failed.
 */
export async function eachBatch(
  file: Blob,
  options: ReadOptions,
  take: (batch: Batch, more: () => Batch | null) => Promise<void>,
): Promise<BatchesEnd> {
  const { signal } = options;
  const batches = readBatches(file, options);
  const ready: Batch[] = [];
  let isEnded = false;
  /** Ends the wait of the reading below, which pauses while enough batches are ready. */
  let goOn = () => {};
  const more = () => {
    const next = isEnded || signal?.aborted ? null : (ready.shift() ?? null);
    goOn();
    return next;
  };
  /** Whether batches are being taken. Stays true where `take` has failed. */
  let isTaking = false;
  let taking = Promise.resolve();
  const takeAll = async () => {
    isTaking = true;
    for (let next = more(); next; next = more()) await take(next, more);
    isTaking = false;
  };
  try {
    for (;;) {
      const { done, value } = await batches.next();
      if (done) await taking;
      signal?.throwIfAborted();
      if (done) return value;
      if (value.length === 0) continue;
      ready.push(value);
      if (!isTaking) {
        taking = takeAll();
        // Keeps a failure, which is thrown at the next `await`, from counting as unhandled.
        taking.catch(() => {});
      }
      while (isTaking && ready.length >= READ_AHEAD) {
        await Promise.race([taking, new Promise<void>((resolve) => (goOn = resolve))]);
        signal?.throwIfAborted();
      }
    }
  } finally {
    isEnded = true;
    await taking.catch(() => {});
  }
}
