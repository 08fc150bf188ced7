import { browser } from 'wxt/browser';
import type { ExportAbout } from '../../exchange/about.ts';
import { type CollectionFormat, type ExportChoice, exportFileName } from '../../exchange/formats.ts';
import { writePieces } from '../../exchange/streamed.ts';
import { withCorrectedFields } from '../../record/fieldCorrections.ts';
import type { ArticleBundle } from '../../record/schema.ts';
import { cleanMeanings } from '../../record/settings.ts';
import type { Store } from '../../store/index.ts';
import { bundlesInTurn, getBundles, listTagInfo, snapshotFilesOf, unreadOf } from '../../store/index.ts';
import { extrasNow } from '../extras.ts';
import { errorText, t } from '../i18n.ts';
import { settingsNow } from '../settings.ts';
import { type FileSink, openFile } from './exportFile.ts';
import type { Notify } from './notify.ts';

/** From this number of articles on, the person chooses where to save the file, in browsers that can ask. */
const LARGE = 1000;
/** The progress of an export, in articles. */
export type ExportProgress = { done: number; all: number };

/** Reduces an article to the part that is to be exported. */
export type Narrow = (bundle: ArticleBundle) => ArticleBundle;

type Exporting = {
  db: Store;
  ids: string[];
  /** Reduces each article to the part that is to be exported. Without it, articles are exported whole. */
  narrow?: Narrow;
  format: CollectionFormat;
  /** The optional parts that the person wants in the file, such as the trash. */
  choices?: ReadonlySet<ExportChoice>;
  notify: Notify;
  onProgress?: (progress: ExportProgress) => void;
  /** Stops the export. No file is then made. */
  signal?: AbortSignal;
};

/** Reads the articles to be exported, a few at a time. `count`: how many have been read so far. */
class Articles {
  count = 0;
  constructor(private readonly exporting: Exporting) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<ArticleBundle> {
    const { db, ids, narrow, format, onProgress, signal } = this.exporting;
    let done = 0;
    // Takes the articles in the order in which they are stored, where the file can be imported. Reading is faster so.
    for await (const bundles of bundlesInTurn(db, format.whole ? ids.toSorted() : ids)) {
      signal?.throwIfAborted();
      onProgress?.({ done, all: ids.length });
      done += bundles.length;
      for (const bundle of bundles) {
        this.count++;
        const narrowed = narrow?.(bundle) ?? bundle;
        yield format.whole ? narrowed : withCorrectedFields(narrowed);
      }
    }
    signal?.throwIfAborted();
  }
}

/** Writes the whole file at once, for a format that cannot be written piece by piece. */
async function* atOnce(format: CollectionFormat, articles: Articles, ...given: [string, Date, ExportAbout]) {
  const bundles: ArticleBundle[] = [];
  for await (const bundle of articles) bundles.push(bundle);
  yield* await format.write(bundles, ...given);
}

/** Collects the data that a format needs in addition to the articles. */
async function aboutOf({ db, ids, choices = new Set() }: Exporting): Promise<ExportAbout> {
  const { local } = browser.storage;
  const { colorMeanings, markdownTemplate } = await settingsNow(local);
  return {
    leftOut: await unreadOf(db, ids),
    meanings: cleanMeanings(colorMeanings) as Record<string, string>,
    infos: await listTagInfo(db),
    template: markdownTemplate || undefined,
    tasksAsCodes: choices.has('tasks'),
    snapshotsOf: (articleId) => snapshotFilesOf(db, articleId),
    ...(choices.has('extras') || choices.has('meanings')
      ? { extras: await extrasNow(db, local, { trash: choices.has('extras') && choices.has('trash') }) }
      : {}),
    onlyUsed: !choices.has('extras'),
  };
}

/**
 * Exports articles as a file. Shows a message that says how many articles the file holds, or why there is no file.
 * Checks the format's limit before reading anything.
 */
export async function downloadArticles(exporting: Exporting): Promise<void> {
  const { db, ids, format, notify, signal } = exporting;
  if (format.limit !== undefined && ids.length > format.limit) {
    notify(t('exportTooMany', String(format.limit), String(ids.length)));
    return;
  }
  let sink: FileSink | null = null;
  try {
    const now = new Date();
    const [only] = ids.length === 1 ? await getBundles(db, ids) : [];
    const name = exportFileName(
      { count: ids.length, title: only ? withCorrectedFields(only).saved.article.title : '' },
      format,
      now,
    );
    sink = await openFile(name, format.mime, ids.length >= LARGE);
    if (!sink) return;
    const about = await aboutOf(exporting);
    const { leftOut = [] } = about;
    const generator = `Pizhu ${browser.runtime.getManifest().version}`;
    const articles = new Articles(exporting);
    const pieces = format.stream
      ? format.stream(articles, generator, now, about)
      : atOnce(format, articles, generator, now, about);
    const { write } = sink;
    await writePieces(write, pieces);
    await sink.finish();
    const left = String(leftOut.length);
    notify(leftOut.length ? t('exportedWithout', articles.count, left) : t('exported', articles.count));
  } catch (error) {
    await sink?.drop().catch(() => {});
    notify(signal?.aborted ? t('exportStopped') : errorText(error));
  }
}
