import { useMemo, useState } from 'preact/hooks';
import {
  applyImport,
  type ImportPlan,
  type ImportTarget,
  planImport,
  undoImport,
} from '../../exchange/import.ts';
import type { BadRecord } from '../../exchange/readBundle.ts';
import { openStore, previewImport, type Store, writeAll } from '../../store/index.ts';
import { errorText, t } from '../i18n.ts';

/** How many unreadable records are listed. The others are only counted. */
const LISTED = 20;

/** What the view of an import shows. */
export type ImportView = {
  busy: boolean;
  /** What the import would do, one sentence a line; empty before a file is read. */
  lines: string[];
  conflicts: string[];
  bad: string[];
  /** The import would write something. */
  canApply: boolean;
  notice: string;
  /** The last import can be undone. */
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

/** A store as the target of an import. */
export const importTarget = (store: Store): ImportTarget => ({
  preview: (bundle) => previewImport(store, bundle),
  write: async (changes) => (await writeAll(store, changes)).filter(({ changed }) => changed).length,
});

const badLine = ({ article, part, reason }: BadRecord) =>
  t('importBadOne', article, part, t(`bad_${reason}`));

/** The plan of an import in the words of the interface. */
function planView({ counts, conflicts, newMarks, bad, isCut, isIntact }: ImportPlan): Partial<ImportView> {
  const line = (count: number, words: string) => (count ? [words] : []);
  return {
    lines: [
      ...line(counts.add, t('importAdd', counts.add)),
      ...line(counts.change, t('importChange', counts.change)),
      ...line(counts.conflict, t('importConflict', counts.conflict)),
      ...line(counts.left, t('importLeft', counts.left)),
      ...line(newMarks, t('importMarks', newMarks)),
      ...(isCut ? [t('importCut')] : []),
      ...(isIntact === false && !isCut ? [t('importAltered')] : []),
      ...line(bad.length, t('importBad', bad.length)),
    ],
    conflicts: conflicts.map(({ title }) => title),
    bad: [
      ...bad.slice(0, LISTED).map(badLine),
      ...line(bad.length - LISTED > 0 ? 1 : 0, t('importMore', bad.length - LISTED)),
    ],
    canApply: counts.add + counts.change + counts.conflict > 0,
  };
}

/** Reads a file, previews what it would change, imports it, and undoes the import. Passes each new view to `show`. */
export class Importing {
  private file: Blob | null = null;
  private plan: ImportPlan | null = null;
  private done: string | null = null;
  private view = NO_IMPORT;
  private stopping = new AbortController();

  constructor(
    private readonly target: ImportTarget,
    private readonly show: (view: ImportView) => void,
  ) {}

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
    this.set({ busy: false, canUndo: this.done !== null });
  }

  private options() {
    return {
      onProgress: (articles: number) => {
        if (articles % 50 === 0) this.set({ notice: t('importReading', articles) });
      },
      signal: this.stopping.signal,
    };
  }

  /** Reads a file and shows what importing it would do. */
  choose(file: Blob): Promise<void> {
    this.cancel();
    return this.while(async () => {
      this.plan = await planImport(this.target, file, this.options());
      this.file = file;
      return { ...planView(this.plan), notice: '' };
    });
  }

  /** Imports the file as previewed. With `wholeOnly`, imports nothing where any record cannot be read. */
  apply(wholeOnly: boolean): Promise<void> {
    return this.while(async () => {
      const { file, plan } = this;
      if (!file || !plan) return {};
      const count = await applyImport(this.target, file, plan, { ...this.options(), wholeOnly });
      this.cancel();
      this.done = plan.importId;
      return { notice: t('imported', count) };
    });
  }

  /** Stops what is under way. What an import has written by then is taken back, and the file can be chosen again. */
  stop(): void {
    this.stopping.abort();
  }

  /** Undoes the last import. */
  undo(): Promise<void> {
    return this.while(async () => {
      if (this.done) await undoImport(this.target, this.done);
      this.done = null;
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

/** The import of the options page. */
export function useImport() {
  const [view, setView] = useState(NO_IMPORT);
  const importing = useMemo(() => new Importing(importTarget(openStore()), setView), []);
  return { view, importing };
}
