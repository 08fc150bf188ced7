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
import { errorText, t } from '../i18n.ts';
import { type ImportCopy, importCopy } from './importCopy.ts';
import { type ImportMemory, inThisBrowser, type LastImport } from './importMemory.ts';
import { type ImportView, NO_IMPORT, planView } from './importView.ts';

const LOCK = 'pizhu-import';

/** Lets only one tab at a time import or undo an import. Throws where another tab does so. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  if (!globalThis.navigator?.locks) return work();
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) throw new ExchangeError('importElsewhere');
    return work();
  });
}

/**
 * Returns the record of an import without its progress, for an import that is about to be undone. An undo that is
 * interrupted has removed only some of the articles. If the person then continues the import, it must begin with the
 * first article again. It changes nothing about those that are still stored.
 */
const fromTheBeginning = ({ place: _, count: __, ...last }: LastImport): LastImport => last;

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

  /** The view before anything is done: whether an earlier import can be undone, and whether it was interrupted. */
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
        // Uses the id of an interrupted import for the new import, so that both are undone in one step.
        const importId = this.unfinished?.importId ?? plan.importId;
        // Records first that the copy of the earlier file is gone, because the new copy replaces it. The browser may
        // be closed before the new copy is complete.
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
   * Imports a file, beginning after the article that `start` names, and stores how far the import has come. `before`:
   * the record of the previous import.
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
    const onUndoing = () => {
      now = fromTheBeginning(now);
      this.memory.set(now);
    };
    const onNotUndone = () => {
      isLeft = true;
    };
    try {
      const options = { ...this.options(), after: start.place ?? 0, onWritten, onUndoing, onNotUndone };
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
      // Nothing of this import is stored now: the user stopped it before the first article was written, or it failed
      // and was undone. The undo includes an interrupted import of the same id, whose record is then deleted too.
      const isUndone = !signal.aborted && before?.importId === plan.importId;
      this.memory.set(isUndone ? null : before);
      await this.forget();
      throw error;
    }
  }

  /** Forgets the imported file, and deletes its copy. */
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

  /** Shows a message if another tab is importing now, because only one tab at a time can import. */
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
        if (last) {
          this.memory.set(fromTheBeginning(last));
          await undoImport(this.target, last.importId);
        }
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
