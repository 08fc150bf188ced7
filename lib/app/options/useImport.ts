import { useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import {
  applyImport,
  type ImportPlan,
  type ImportTarget,
  planImport,
  undoImport,
} from '../../exchange/import.ts';
import type { BadRecord } from '../../exchange/readBundle.ts';
import { openStore, previewImport, type Store, writeAll } from '../../store/index.ts';
import { z } from '../../zod.ts';
import { addExtras, newExtras, removeExtras } from '../extras.ts';
import { errorText, t } from '../i18n.ts';

/** How many unreadable records of a file are listed. Further ones are only counted. */
const LISTED = 20;

/** What the options page shows of an import. */
export type ImportView = {
  busy: boolean;
  /** What the import would do, one message per line. Empty until a file has been read. */
  lines: string[];
  conflicts: string[];
  bad: string[];
  /** Whether the import would change anything. */
  canApply: boolean;
  notice: string;
  /** Whether the last import can be undone. */
  canUndo: boolean;
};

const NO_IMPORT: ImportView = {
  busy: false,
  lines: [],
  conflicts: [],
  bad: [],
  canApply: false,
  notice: '',
  canUndo: false,
};

const LastImport = z.object({ importId: z.string(), isFinished: z.boolean() });
/**
 * The last import, which can be undone. `isFinished` is false during the import, and afterwards if the browser was
 * closed during it.
 */
type LastImport = z.infer<typeof LastImport>;

/**
 * Remembers the last import when the browser is restarted. The data needed to undo it are in the database, under its
 * id.
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

/** Lets an import write into the database, and into the searches and settings of `local`. */
export const importTarget = (store: Store, local: Parameters<typeof removeExtras>[0]): ImportTarget => ({
  preview: (bundle) => previewImport(store, bundle),
  write: async (changes) => (await writeAll(store, changes)).filter(({ changed }) => changed).length,
  newExtras: (extras) => newExtras(store, local, extras),
  addExtras: (importId, extras) => addExtras(store, local, importId, extras),
  removeExtras: (importId) => removeExtras(local, importId),
});

const badLine = ({ article, part, reason }: BadRecord) =>
  article === 0
    ? t('importBadExtra', part, t(`bad_${reason}`))
    : t('importBadOne', article, part, t(`bad_${reason}`));

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
  return {
    lines: [
      ...line(counts.add, t('importAdd', counts.add)),
      ...line(counts.change, t('importChange', counts.change)),
      ...line(counts.conflict, t('importConflict', counts.conflict)),
      ...line(counts.left, t('importLeft', counts.left)),
      ...line(newMarks, t('importMarks', newMarks)),
      ...line(extras.tags, t('importTags', extras.tags)),
      ...line(extras.searches, t('importSearches', extras.searches)),
      ...line(extras.settings, t('importSettings', extras.settings)),
      ...line(extras.trash, t('importTrash', extras.trash)),
      ...(isCut ? [t('importCut')] : []),
      ...(isIntact === false && !isCut ? [t('importAltered')] : []),
      ...line(bad.length, t('importBad', bad.length)),
    ],
    conflicts: conflicts.map(({ title }) => title),
    bad: [
      ...bad.slice(0, LISTED).map(badLine),
      ...line(bad.length - LISTED > 0 ? 1 : 0, t('importMore', bad.length - LISTED)),
    ],
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
  private view: ImportView;
  private stopping = new AbortController();

  constructor(
    private readonly target: ImportTarget,
    private readonly show: (view: ImportView) => void,
    private readonly memory: ImportMemory = inThisBrowser,
  ) {
    const last = memory.get();
    const notice = last && !last.isFinished ? t('importBrokenOff') : '';
    this.view = { ...NO_IMPORT, notice, canUndo: last !== null };
  }

  /** What is shown at first: whether an import can be undone, and whether that import was interrupted. */
  get first(): ImportView {
    return this.view;
  }

  private set(change: Partial<ImportView>): void {
    this.view = { ...this.view, ...change };
    this.show(this.view);
  }

  private async while(what: () => Promise<Partial<ImportView>>): Promise<void> {
    this.stopping = new AbortController();
    const { signal } = this.stopping;
    this.set({ busy: true, notice: '' });
    try {
      this.set(await what());
    } catch (error) {
      this.set({ notice: signal.aborted ? t('importStopped') : errorText(error) });
    }
    this.set({ busy: false, canUndo: this.memory.get() !== null });
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
      return { ...planView(this.plan), notice: '' };
    });
  }

  /** Imports the chosen file. With `wholeOnly`, imports nothing if any record cannot be read. */
  apply(wholeOnly: boolean): Promise<void> {
    return this.while(async () => {
      const { file, plan } = this;
      if (!file || !plan) return {};
      const before = this.memory.get();
      // An import may continue an interrupted one. It takes over its id, so that both parts are undone in one step.
      const isResumed = before !== null && !before.isFinished;
      const importId = isResumed ? before.importId : plan.importId;
      this.memory.set({ importId, isFinished: false });
      let count: number;
      try {
        count = await applyImport(this.target, file, { ...plan, importId }, { ...this.options(), wholeOnly });
      } catch (error) {
        this.memory.set(isResumed ? null : before);
        throw error;
      }
      this.memory.set({ importId, isFinished: true });
      this.cancel();
      return { notice: t('imported', count) };
    });
  }

  /** Stops the current work. What an import has written so far is removed again, and the file can be chosen again. */
  stop(): void {
    this.stopping.abort();
  }

  /** Undoes the last import. */
  undo(): Promise<void> {
    return this.while(async () => {
      const last = this.memory.get();
      if (last) await undoImport(this.target, last.importId);
      this.memory.set(null);
      return { notice: t('importUndone') };
    });
  }

  /** Discards the chosen file. */
  cancel(): void {
    this.file = null;
    this.plan = null;
    const { busy, notice, canUndo } = this.view;
    this.set({ ...NO_IMPORT, busy, notice, canUndo });
  }
}

/** The state and the actions of an import on the options page. */
export function useImport() {
  const importing = useMemo(
    () => new Importing(importTarget(openStore(), browser.storage.local), (next) => setView(next)),
    [],
  );
  const [view, setView] = useState(importing.first);
  return { view, importing };
}
