import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ExchangeError } from '../../exchange/errors.ts';
import {
  applyImport,
  type ImportPlan,
  type ImportTarget,
  type Planned,
  planImport,
  requireWhole,
  undoImport,
} from '../../exchange/import.ts';
import type { BadRecord } from '../../exchange/readBundle.ts';
import { openStore, previewImports, type Store, writeAll } from '../../store/index.ts';
import { z } from '../../zod.ts';
import { addExtras, newExtras, removeExtras } from '../extras.ts';
import { errorText, type MessageKey, t } from '../i18n.ts';
import { type ImportCopy, importCopy } from './importCopy.ts';

/** How many conflicts and unreadable records of a file are listed. Further ones are only counted. */
const LISTED = 20;

/** What the options page shows of an import. */
export type ImportView = {
  busy: boolean;
  /** The name of the file that has been read. */
  file: string;
  /** What the import would do, one message per line. Empty until a file has been read. */
  lines: string[];
  /** The headlines of articles that were edited both in the file and here. */
  conflicts: string[];
  /** What is wrong with the file, one message per line. */
  warnings: string[];
  /** The records that cannot be read. */
  bad: string[];
  /** Whether the import would change anything. */
  canApply: boolean;
  notice: string;
  /** Whether the last import can be undone. */
  canUndo: boolean;
  /** Whether the last import was interrupted and can be continued without choosing the file again. */
  canContinue: boolean;
};

const NO_IMPORT: ImportView = {
  busy: false,
  file: '',
  lines: [],
  conflicts: [],
  warnings: [],
  bad: [],
  canApply: false,
  notice: '',
  canUndo: false,
  canContinue: false,
};

const LastImport = z.object({
  importId: z.string(),
  isFinished: z.boolean(),
  /** The place in the file of the last article that was written, from 1. Absent where none was. */
  place: z.optional(z.int()),
  /** How many articles were new or changed so far. */
  count: z.optional(z.int()),
  /** Whether there is a copy of the file, with which the import can continue after a restart. */
  hasCopy: z.optional(z.boolean()),
});
/**
 * The last import, which can be undone. `isFinished` is false during the import, and afterwards if it was stopped or
 * the browser was closed during it.
 */
type LastImport = z.infer<typeof LastImport>;

/**
 * Stores the record of the last import, so that it remains after a restart of the browser. The data needed to undo the
 * import are in the database, under its id.
 */
export type ImportMemory = { get(): LastImport | null; set(last: LastImport | null): void };

export const LAST_IMPORT = 'lastImport';
const inThisBrowser: ImportMemory = {
  get: () => {
    try {
      return LastImport.safeParse(JSON.parse(localStorage.getItem(LAST_IMPORT) ?? 'null')).data ?? null;
    } catch {
      return null;
    }
  },
  set: (last) => localStorage.setItem(LAST_IMPORT, JSON.stringify(last)),
};

const LOCK = 'pizhu-import';

/** Lets only one tab at a time import or undo an import. Throws where another tab does so. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  if (!globalThis.navigator?.locks) return work();
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) throw new ExchangeError('importElsewhere');
    return work();
  });
}

/** Lets an import write into the database, and into the searches and settings of `local`. */
export const importTarget = (store: Store, local: Parameters<typeof removeExtras>[0]): ImportTarget => ({
  preview: (bundles) => previewImports(store, bundles),
  write: async (changes) => (await writeAll(store, changes)).filter(({ changed }) => changed).length,
  newExtras: (extras) => newExtras(store, local, extras),
  addExtras: (importId, extras) => addExtras(store, local, importId, extras),
  removeExtras: (importId) => removeExtras(local, importId),
});

/**
 * Names a part of a file in words: `annotations[2]` is the third mark, `extras.tags[0]` is the description of the first
 * tag.
 */
function partName(part: string): string {
  const [, name = '', index] = /^(?:extras\.)?(\w+)(?:\[(\d+)\])?$/.exec(part) ?? [];
  return t(`importPart_${name}` as MessageKey, index === undefined ? '' : String(Number(index) + 1)).trim();
}

const badLine = ({ article, part, reason }: BadRecord) =>
  article === 0
    ? t('importBadExtra', partName(part), t(`bad_${reason}`))
    : t('importBadOne', article, partName(part), t(`bad_${reason}`));

/** The first lines of a long list, and how many more there are. */
const listed = (lines: string[]): string[] =>
  lines.length > LISTED ? [...lines.slice(0, LISTED), t('importMore', lines.length - LISTED)] : lines;

/** Describes for the user what an import would do. */
function planView({
  counts,
  conflicts,
  newMarks,
  newExtras: extras,
  bad,
  isCut,
  isIntact,
}: ImportPlan): Partial<ImportView> {
  const line = (count: number, words: string) => (count ? [words] : []);
  const lines = [
    ...line(counts.add, t('importAdd', counts.add)),
    ...line(counts.change, t('importChange', counts.change)),
    ...line(counts.left, t('importLeft', counts.left)),
    ...line(newMarks, t('importMarks', newMarks)),
    ...line(extras.tags, t('importTags', extras.tags)),
    ...line(extras.searches, t('importSearches', extras.searches)),
    ...line(extras.settings, t('importSettings', extras.settings)),
    ...line(extras.trash, t('importTrash', extras.trash)),
    // Must be the last line, because the headlines of the articles with conflicts follow it.
    ...line(counts.conflict, t('importConflict', counts.conflict)),
  ];
  return {
    lines: lines.length ? lines : [t('importNothing')],
    conflicts: listed(conflicts.map(({ title }) => title)),
    warnings: [
      ...(isCut ? [t('importCut')] : []),
      ...(isIntact === false && !isCut ? [t('importAltered')] : []),
      ...line(bad.length, t('importBad', bad.length)),
    ],
    bad: listed(bad.map(badLine)),
    canApply:
      counts.add + counts.change + counts.conflict + Object.values(extras).reduce((a, b) => a + b) > 0,
  };
}

/**
 * Reads a file, previews its import, imports it, and can undo the import. Passes each new state of the view to `show`.
 */
export class Importing {
  private file: Blob | null = null;
  private plan: ImportPlan | null = null;
  /** The file of an import that was stopped in this page. After a restart, the copy of the file is used instead. */
  private stopped: Blob | null = null;
  private view: ImportView;
  private stopping = new AbortController();
  /** Resolves when the current work has ended. */
  private ended: Promise<void> = Promise.resolve();

  constructor(
    private readonly target: ImportTarget,
    private readonly show: (view: ImportView) => void,
    private readonly memory: ImportMemory = inThisBrowser,
    private readonly copy: ImportCopy = importCopy(),
  ) {
    const brokenOff = () =>
      this.canContinue ? t('importBrokenOffHere', this.written) : t('importBrokenOff');
    this.view = { ...NO_IMPORT, notice: this.unfinished ? brokenOff() : '', ...this.offers };
  }

  /** What is shown at first: whether an import can be undone, and whether that import was interrupted. */
  get first(): ImportView {
    return this.view;
  }

  /** The last import, if it was interrupted. */
  private get unfinished(): LastImport | null {
    const last = this.memory.get();
    return last && !last.isFinished ? last : null;
  }

  /** How many articles the last import has written. */
  private get written(): number {
    return this.memory.get()?.count ?? 0;
  }

  private get canContinue(): boolean {
    const last = this.unfinished;
    return last !== null && (last.hasCopy === true || this.stopped !== null);
  }

  private get offers() {
    return { canUndo: this.memory.get() !== null, canContinue: this.canContinue };
  }

  private set(change: Partial<ImportView>): void {
    this.view = { ...this.view, ...change };
    this.show(this.view);
  }

  private while(what: () => Promise<Partial<ImportView>>): Promise<void> {
    this.ended = this.work(what);
    return this.ended;
  }

  private async work(what: () => Promise<Partial<ImportView>>): Promise<void> {
    this.stopping = new AbortController();
    const { signal } = this.stopping;
    this.set({ busy: true, notice: '' });
    try {
      this.set(await what());
    } catch (error) {
      this.set({ notice: signal.aborted ? t('importStopped') : errorText(error) });
    }
    this.set({ busy: false, ...this.offers });
  }

  private options() {
    return {
      onProgress: (articles: number) => {
        if (articles % 50 === 0) this.set({ notice: t('importReading', articles) });
      },
      signal: this.stopping.signal,
    };
  }

  /** Reads a file and shows what its import would do. */
  choose(file: Blob): Promise<void> {
    this.cancel();
    return this.while(async () => {
      this.plan = await planImport(this.target, file, this.options());
      this.file = file;
      return { ...planView(this.plan), file: (file as Partial<File>).name ?? '', notice: '' };
    });
  }

  /** Imports the chosen file. With `wholeOnly`, imports nothing if any record cannot be read. */
  apply(wholeOnly: boolean): Promise<void> {
    return this.while(async () => {
      const { file, plan } = this;
      if (!file || !plan) return {};
      if (wholeOnly) requireWhole(plan);
      return alone(async () => {
        const before = this.memory.get();
        // After an interrupted import, a new one takes over its id, so that both are undone in one step.
        const importId = this.unfinished?.importId ?? plan.importId;
        // The new copy replaces the copy of an interrupted import. Stores this first, because the browser may be closed
        // before the new copy is whole.
        const earlier = before && { ...before, hasCopy: false };
        if (this.unfinished) this.memory.set(earlier);
        this.stopped = null;
        const kept = await this.copy.keep(importId, file);
        const start = { importId, isFinished: false, hasCopy: kept !== null };
        return this.bring(kept ?? file, { ...plan, importId }, start, earlier);
      });
    });
  }

  /** Continues an interrupted import after the last article that it has written. */
  resume(): Promise<void> {
    return this.while(async () => {
      const last = this.unfinished;
      if (!last) return {};
      return alone(async () => {
        const file = (await this.copy.find(last.importId)) ?? this.stopped;
        if (!file) {
          this.memory.set({ ...last, hasCopy: false });
          throw new ExchangeError('importCopyGone');
        }
        return this.bring(file, { importId: last.importId, bad: [], isCut: false }, last, last);
      });
    });
  }

  /**
   * Imports a file from the place that `start` names, and stores how far the import has come. `before`: the record that
   * was stored earlier.
   */
  private async bring(
    file: Blob,
    plan: Planned,
    start: LastImport,
    before: LastImport | null,
  ): Promise<Partial<ImportView>> {
    const { signal } = this.stopping;
    let now = start;
    let isLeft = false;
    this.memory.set(now);
    const earlier = start.count ?? 0;
    const onWritten = (place: number, count: number) => {
      now = { ...now, place, count: earlier + count };
      this.memory.set(now);
    };
    const onNotUndone = () => {
      isLeft = true;
    };
    try {
      const options = { ...this.options(), after: start.place ?? 0, onWritten, onNotUndone };
      const count = earlier + (await applyImport(this.target, file, plan, options));
      this.memory.set({ importId: plan.importId, isFinished: true });
      await this.forget();
      this.cancel();
      return { notice: t('imported', count) };
    } catch (error) {
      if (signal.aborted && now.place !== undefined) {
        this.stopped = file;
        this.cancel();
        return { notice: t('importHalted', now.count ?? 0) };
      }
      // Remembers an import that failed and is not undone, so that the person can undo or continue it.
      if (isLeft) {
        this.stopped = file;
        throw error;
      }
      // A stop before the first article was written changes nothing. A failed import was undone, and with it an
      // interrupted one of the same id.
      const isUndone = !signal.aborted && before?.importId === plan.importId;
      this.memory.set(isUndone ? null : before);
      await this.forget();
      throw error;
    }
  }

  /** Deletes the copy of the file. */
  private async forget(): Promise<void> {
    this.stopped = null;
    await this.copy.drop();
  }

  /**
   * Stops the current work. What an import has written so far stays, and the person can continue the import or undo
   * it.
   */
  stop(): void {
    this.stopping.abort();
  }

  /** Tells where another tab is importing. */
  async look(): Promise<void> {
    const held = (await globalThis.navigator?.locks?.query())?.held ?? [];
    if (!this.view.busy && held.some(({ name }) => name === LOCK))
      this.set({ notice: t('error_importElsewhere'), canUndo: false, canContinue: false });
  }

  /** Undoes the last import. */
  undo(): Promise<void> {
    return this.while(async () => {
      return alone(async () => {
        const last = this.memory.get();
        if (last) await undoImport(this.target, last.importId);
        this.memory.set(null);
        await this.forget();
        return { notice: t('importUndone') };
      });
    });
  }

  /**
   * Erases the collection by `erase`, which also deletes the record of the last import. Stops the current work first,
   * because an import would go on writing. Throws where another tab imports.
   */
  async erase(erase: () => Promise<void>): Promise<void> {
    this.stop();
    await this.ended;
    await alone(erase);
    this.stopped = null;
    this.cancel();
    this.set({ notice: '' });
  }

  /** Discards the chosen file. */
  cancel(): void {
    this.file = null;
    this.plan = null;
    const { busy, notice } = this.view;
    this.set({ ...NO_IMPORT, busy, notice, ...this.offers });
  }
}

/** The state and the actions of an import on the options page. */
export function useImport() {
  const importing = useMemo(
    () => new Importing(importTarget(openStore(), browser.storage.local), (next) => setView(next)),
    [],
  );
  const [view, setView] = useState(importing.first);
  useEffect(() => void importing.look(), []);
  return { view, importing };
}
