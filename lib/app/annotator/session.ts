import { DEFAULT_COLOR } from '../../annotation/colors.ts';
import { annotationAt, shownText } from '../../annotation/index.ts';
import type { TextQuoteSelector } from '../../annotation/schema.ts';
import type { Ask, Handlers } from '../../messages/channel.ts';
import type { fromPages } from '../../messages/fromPages.ts';
import type { pageMessages } from '../../messages/page.ts';
import type { MarkAction, Pointer } from '../../messages/schema.ts';
import { onAddressChange } from './address.ts';
import { Editing } from './editing.ts';
import { FetchedMarks } from './fetchedMarks.ts';
import { watchLateContent } from './lateContent.ts';
import { Marks } from './marks.ts';
import { PageReader } from './pageReader.ts';
import { liftRestrictions } from './restrictions.ts';
import { RETIRE } from './retire.ts';
import { revealRange } from './reveal.ts';
import { selectedRange } from './selection.ts';
import type { MountPageTools, PageActions, PageTools } from './tools.ts';

/** The marks and tools of the extension in one document while it is open: a page, or a frame of the same origin. */
export class PageSession {
  private readonly marks: Marks;
  private readonly late: ReturnType<typeof watchLateContent>;
  private readonly reader: PageReader;
  private readonly fetched: FetchedMarks;
  private readonly editing: Editing;
  private readonly tools: PageTools;
  private readonly own = new AbortController();

  constructor(
    private readonly doc: Document,
    mountPageTools: MountPageTools,
    private readonly ask: Ask<typeof fromPages>,
    private readonly alive: () => boolean = () => true,
  ) {
    this.marks = new Marks(doc, () => this.marksChanged());
    this.late = watchLateContent(doc, () => this.marks.searchAgain());
    this.reader = new PageReader(doc, ask);
    this.fetched = new FetchedMarks(
      this.marks,
      ask,
      () => this.reader.canonicalUrl,
      (now) => this.editing.history.set(now),
    );
    this.editing = new Editing({ ask, marks: this.marks, fetched: this.fetched, url: () => this.reader.url });
    this.tools = mountPageTools(doc, this.actions());
  }

  /** Fetches the marks. Then watches for changes of the page's address and for frames that load later. */
  start(): void {
    const failed = (error: unknown) => console.warn('Pizhu: marks not fetched', error);
    this.fetch(true).catch(failed);
    onAddressChange(this.reader.page, () => {
      if (!this.own.signal.aborted) this.fetch(false).catch(failed);
    });
    const { signal } = this.own;
    // Ends this session when a newer version of the extension takes over the page. If the page itself dispatches the
    // event, nothing happens, because this script still works.
    this.doc.addEventListener(RETIRE, () => this.alive() || this.end(), { signal });
    this.doc.addEventListener('load', (event) => this.frameLoaded(event.target), { capture: true, signal });
    // A page from the back-forward cache shows the marks as they were when the user left it, so they are fetched again.
    addEventListener(
      'pageshow',
      ({ persisted }) => {
        if (persisted) this.fetch(false).catch(failed);
      },
      { signal },
    );
    this.doc.defaultView
      ?.matchMedia?.('(prefers-color-scheme: dark)')
      .addEventListener('change', () => this.marks.shadeAnew(), { signal });
  }

  /** Stops all that the extension does in this document, and removes its marks and tools. */
  end(): void {
    this.own.abort();
    this.fetched.end();
    this.marks.set([], new Map());
    this.marks.light(null);
    this.late.stop();
    this.tools.end();
  }

  /** The answers of this document to messages from the background. */
  readonly handlers: Handlers<typeof pageMessages> = {
    'page.read': () => this.reader.read(),
    'page.show': (pointer) => this.show(pointer),
    'page.light': (pointer) => ({ found: this.light(pointer) }),
    'page.states': () => ({ states: this.marks.states() }),
    'page.reattach': ({ id }) => {
      if (this.marks.get(id)) this.tools.reattach(id);
      return {};
    },
    'page.selection': () => ({ quote: this.selection() }),
    'page.refresh': async () => {
      await this.fetch(false);
      return {};
    },
    'page.markChanged': ({ id, annotation }) => {
      if (annotation) this.marks.put(annotation);
      else {
        this.marks.drop(id);
        // Ends an emphasis that began when the pointer was over the mark in the side panel. The deleted mark is gone
        // there, so no event will end the emphasis.
        this.marks.light(null);
      }
      this.fetched.overtake();
      this.editing.history.recordStep();
      this.tools.markChanged(id);
      return {};
    },
    'page.liftRestrictions': () => {
      liftRestrictions(this.doc);
      return {};
    },
    'page.say': ({ saying }) => {
      this.tools.say(saying);
      return {};
    },
    'page.markSelection': ({ action }) => ({ made: this.markSelection(action) }),
  };

  /** What the tools on the page can do. See `PageActions`. */
  private actions(): PageActions {
    const { marks, editing, reader, fetched } = this;
    return {
      mark: (range, color, tags) => editing.mark(range, color, tags),
      edit: (id, patch) => editing.edit(id, patch),
      remove: (id) => editing.remove(id),
      restore: (id) => editing.restore(id),
      retarget: (id, range) => editing.retarget(id, range),
      confirm: (id) => editing.confirm(id),
      canUndoOrRedo: editing.history.can,
      undoOrRedo: (redo) => editing.history.undoOrRedo(redo),
      stretch: (id, end, by) => editing.stretch(id, end, by),
      stretcher: (id, end) => marks.stretcher(id, end),
      join: (id) => editing.join(id),
      canJoin: (id) => marks.neighbourOf(id) !== null,
      meaningOf: (color) => fetched.colorMeanings[color] ?? '',
      cite: async (ranges) => {
        const words = ranges.map(shownText).join('\n');
        return (await this.ask('visit.copy', { text: await reader.cite(words) })).copied;
      },
      at: (x, y) => marks.get(annotationAt(x, y)),
      get: (id) => marks.get(id),
      stateOf: marks.state,
      placeOf: (id) => marks.rangeOf(id),
      light: marks.light,
      inOrder: () => marks.inOrder(),
      placedMarks: () => marks.placedMarks().map(({ annotation: { color }, place }) => ({ color, place })),
      tags: () => fetched.tags,
      readOnly: () => fetched.readOnly,
      alive: () => this.alive(),
      stop: () => this.late.stop(),
    };
  }

  /**
   * Fetches the marks for what the page shows now. Then searches for late content at short intervals again, as at the
   * start.
   */
  private fetch(first: boolean): Promise<void> {
    this.late.wake();
    return this.fetched.fetch(first);
  }

  /** Asks for the reader script when a frame of the page's origin has loaded late, or has loaded again. */
  private frameLoaded(frame: EventTarget | null): void {
    if (!(frame instanceof HTMLIFrameElement)) return;
    // Skips frames of another origin, which the extension must not read. Their `contentDocument` is null.
    if (frame.contentDocument?.body?.textContent?.trim())
      this.ask('visit.reader', {}).catch((error) => console.warn('Pizhu: frame not read', error));
  }

  /** Watches for words that arrive late, but only while the page has marks that could be on them. */
  private marksChanged(): void {
    if (this.marks.annotations.length) this.late.start(this.marks.shadows);
    else this.late.stop();
    this.tools.changed();
  }

  private placeOf({ annotationId, quote }: Pointer): Range | null {
    return (
      (annotationId ? this.marks.rangeOf(annotationId) : null) ?? (quote ? this.marks.find(quote) : null)
    );
  }

  private show(pointer: Pointer): { found: boolean; hidden: boolean } {
    const range = this.placeOf(pointer);
    if (!range) return { found: false, hidden: false };
    const hidden = !revealRange(range);
    if (!hidden) this.marks.flash(range);
    return { found: true, hidden };
  }

  private light(pointer: Pointer): boolean {
    const range = this.placeOf(pointer);
    this.marks.light(range);
    return range !== null;
  }

  private selection(): TextQuoteSelector | null {
    const range = selectedRange(this.doc);
    if (!range) return null;
    const { target } = this.editing.draft(range, DEFAULT_COLOR);
    return target.selector.find((selector) => selector.type === 'TextQuoteSelector') ?? null;
  }

  /** Marks the selection. Where nothing is selected, the command for highlighting goes to the next mark instead. */
  private markSelection(action: MarkAction): boolean {
    const made = this.tools.markSelection(action);
    if (!made && action === 'highlight') this.tools.step();
    return made;
  }
}
