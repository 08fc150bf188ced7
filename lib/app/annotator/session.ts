import { DEFAULT_COLOR } from '../../annotation/colors.ts';
import { annotationAt, draftFrom, shownText, withShownWords } from '../../annotation/index.ts';
import type { Annotation, AnnotationPatch, Color } from '../../annotation/schema.ts';
import { canonicalUrl } from '../../article/page/canonical.ts';
import { citationOf } from '../../exchange/citation.ts';
import { PizhuError } from '../../messages/channel.ts';
import { askBackground, handleInPage } from '../../messages/reader.ts';
import type { MarkAction, Pointer } from '../../messages/schema.ts';
import type { PageReading } from '../../record/schema.ts';
import { EMPTY_READING } from '../../tasks/emptyReading.ts';
import type { ExtractorWorld } from '../reading/world.ts';
import { onAddressChange, pageDocument } from './address.ts';
import { History } from './history.ts';
import { watchLateContent } from './lateContent.ts';
import { Marks } from './marks.ts';
import { revealRange } from './reveal.ts';
import { selectedRange } from './selection.ts';
import type { MountPageTools, PageTools } from './tools.ts';

/** Milliseconds. */
const SECOND_LOOK = 2000;

/** One document with its marks, for as long as it is open: a page, or a frame of the page's own origin. */
export class PageSession {
  private tags: string[] = [];
  private saved = false;
  private last: { state: string; reading: Promise<PageReading> } | null = null;
  private extractor: Promise<NonNullable<ExtractorWorld['pizhuExtract']>> | null = null;
  private turn = 0;
  private fetching = false;
  private second: ReturnType<typeof setTimeout> | undefined;
  private readonly marks: Marks;
  private readonly late: ReturnType<typeof watchLateContent>;
  private readonly tools: PageTools;
  private readonly history = new History((id, annotation) =>
    annotation ? this.putBack(annotation) : this.takeAway(id),
  );

  constructor(
    private readonly doc: Document,
    mountPageTools: MountPageTools,
  ) {
    this.marks = new Marks(doc, () => this.changed());
    this.late = watchLateContent(doc, () => this.marks.again());
    this.tools = mountPageTools(doc, {
      mark: (range, color, tags) => this.mark(range, color, tags),
      edit: (id, patch) => this.edit(id, patch),
      remove: (id) => this.remove(id),
      restore: (annotation) => this.restore(annotation),
      retarget: (id, range) => this.retarget(id, range),
      confirm: async (id) => {
        const range = this.marks.rangeOf(id);
        return range && this.retarget(id, range);
      },
      canGo: this.history.can,
      go: (again) => this.history.go(again),
      cite: (range) => this.cite(shownText(range)),
      at: (x, y) => this.get(annotationAt(x, y)),
      get: (id) => this.get(id),
      stateOf: this.marks.state,
      placeOf: (id) => this.marks.rangeOf(id),
      light: this.marks.light,
      inOrder: () => this.marks.inOrder(),
      standing: () => this.marks.standing().map(({ annotation: { color }, place }) => ({ color, place })),
      tags: () => this.tags,
    });
  }

  /** Begins, and returns what answers the background's questions to this frame. */
  start() {
    const failed = (error: unknown) => console.warn('Pizhu: marks not fetched', error);
    this.refresh(true).catch(failed);
    onAddressChange(this.pageDocument, () => void this.refresh(false).catch(failed));
    this.doc.addEventListener('load', (event) => this.frameLoaded(event.target), true);
    return handleInPage({
      'page.read': () => this.readPage(),
      'page.show': (pointer) => ({ found: this.show(pointer) }),
      'page.light': (pointer) => ({ found: this.light(pointer) }),
      'page.states': () => ({ states: this.marks.states() }),
      'page.reattach': ({ id }) => {
        if (this.get(id)) this.tools.reattach(id);
        return {};
      },
      'page.selection': () => ({ quote: this.selection() }),
      'page.refresh': async () => {
        await this.refresh(false);
        return {};
      },
      'page.markSelection': ({ action }) => ({ made: this.markSelection(action) }),
    });
  }

  /** A frame of the page's origin that loads late, or anew, gets a reader of its own. */
  private frameLoaded(frame: EventTarget | null): void {
    if (!(frame instanceof HTMLIFrameElement)) return;
    // Null where the frame is of another origin, whose words are not ours to read.
    if (frame.contentDocument?.body?.textContent?.trim())
      askBackground('page.wantReader', {}).catch((error) => console.warn('Pizhu: frame not read', error));
  }

  private get = (id: string | null): Annotation | null =>
    this.marks.annotations.find((annotation) => annotation.id === id) ?? null;

  /** The document of the page, also for a frame, whose origin is the same. */
  private get pageDocument(): Document {
    return (self === top ? null : pageDocument()) ?? this.doc;
  }

  private get page() {
    const { href } = this.pageDocument.location;
    return { url: href, canonicalUrl: canonicalUrl(this.pageDocument, href) };
  }

  /** The page's document, where it is one that can be read. Browsers show a PDF within a small page of their own. */
  private get readable(): Document {
    const doc = this.pageDocument;
    if (doc.contentType === 'application/pdf' || doc.querySelector('embed[type="application/pdf"]'))
      throw new PizhuError('pdf');
    return doc;
  }

  /** The extractor, sent for once. One that an older version of the extension left here is not asked. */
  private wantExtractor() {
    this.extractor ??= askBackground('page.wantExtractor', {}).then(() => {
      const { pizhuExtract } = globalThis as ExtractorWorld;
      if (!pizhuExtract) throw new PizhuError('unexpected', 'The extractor is not there.');
      return pizhuExtract;
    });
    this.extractor.catch(() => {
      this.extractor = null;
    });
    return this.extractor;
  }

  /** Reads the page without holding it up. */
  private readPage(): Promise<PageReading> {
    const { page } = this;
    const read = async () => {
      const doc = this.readable;
      const extract = await this.wantExtractor();
      const article = await extract(doc, { url: page.url, now: new Date() });
      return { ...page, article, ...EMPTY_READING };
    };
    const last = { state: this.pageState, reading: read() };
    this.last = last;
    // A reading that failed is none: the next citation reads anew.
    last.reading.catch(() => {
      if (this.last === last) this.last = null;
    });
    return last.reading;
  }

  /** A single-page site that shows another article changes the one or the other. */
  private get pageState(): string {
    return this.page.url + this.pageDocument.title;
  }

  /** A citation needs the title, the source and the date only, for which what was read last is new enough. */
  private async cite(words: string): Promise<string> {
    const known = this.last?.state === this.pageState ? this.last.reading : this.readPage();
    const { article, url } = await known;
    return citationOf(words, article, url);
  }

  private async refresh(first: boolean): Promise<void> {
    const turn = ++this.turn;
    this.fetching = true;
    const asked = askBackground('page.marks', { ...this.page, first }).finally(() => {
      if (turn === this.turn) this.fetching = false;
    });
    const { saved, annotations, tags, texts } = await asked;
    // A single-page site may have gone on meanwhile: these are the marks of another article.
    if (turn !== this.turn) return;
    this.saved = saved !== null;
    this.tags = [...new Set([...tags, ...(saved?.keywords ?? [])])];
    this.late.wake();
    this.marks.set(annotations, new Map(texts.map(({ sha256, text }) => [sha256, text])));
    // An element of the page's own making may get its shadow tree late, and no observer is told of that.
    clearTimeout(this.second);
    this.second = setTimeout(() => this.marks.again(), SECOND_LOOK);
  }

  private changed(): void {
    if (this.marks.annotations.length) this.late.start(this.marks.shadows);
    else this.late.stop();
    this.tools.changed();
  }

  private placeOf({ annotationId, quote }: Pointer): Range | null {
    return (
      (annotationId ? this.marks.rangeOf(annotationId) : null) ?? (quote ? this.marks.find(quote) : null)
    );
  }

  private show(pointer: Pointer): boolean {
    const range = this.placeOf(pointer);
    if (!range) return false;
    revealRange(range);
    this.marks.flash(range);
    return true;
  }

  private light(pointer: Pointer): boolean {
    const range = this.placeOf(pointer);
    this.marks.light(range);
    return range !== null;
  }

  private selection() {
    const range = selectedRange(this.doc);
    if (!range) return null;
    const { target } = this.draft(range, DEFAULT_COLOR);
    return target.selector.find((selector) => selector.type === 'TextQuoteSelector') ?? null;
  }

  /** The keyboard command: marks the selection, or steps to the next mark where nothing is selected. */
  private markSelection(action: MarkAction): boolean {
    const made = this.tools.markSelection(action);
    if (!made && action === 'highlight') this.tools.step();
    return made;
  }

  private draft(range: Range, color: Color) {
    const about = { source: this.page.url, color, capturedText: null };
    const draft = draftFrom(range, this.marks.index(), about);
    return { ...draft, target: withShownWords(draft.target, shownText(range)) };
  }

  private async mark(range: Range, color: Color, tags: string[]): Promise<Annotation> {
    const draft = this.draft(range, color);
    for (const value of tags) draft.body.push({ type: 'TextualBody', purpose: 'tagging', value });
    const reading = this.saved ? null : await this.readPage();
    const annotation = await askBackground('annotation.create', { draft, page: this.page, reading });
    const isFirst = !this.saved;
    this.saved = true;
    this.marks.put(annotation);
    // The article may have been known by its text, from another address: then its marks are this page's too.
    if (isFirst) void this.refresh(false).catch(() => {});
    else this.overtake();
    this.history.add(annotation.id, null, annotation);
    return annotation;
  }

  /** Marks that are being fetched may be from before a change made here, and would undo it: they are fetched anew. */
  private overtake(): void {
    if (this.fetching) void this.refresh(false).catch(() => {});
  }

  private async edit(id: string, patch: AnnotationPatch): Promise<Annotation | null> {
    const before = this.get(id);
    const edited = await askBackground('annotation.edit', { id, patch });
    if (!edited) return null;
    this.marks.put(edited);
    this.overtake();
    if (before) this.history.add(id, before, edited, Object.keys(patch).join());
    return edited;
  }

  private async remove(id: string): Promise<Annotation | null> {
    const removed = await this.takeAway(id);
    if (removed) this.history.add(id, removed, null);
    return removed;
  }

  private async restore(annotation: Annotation): Promise<void> {
    await this.putBack(annotation);
    this.history.add(annotation.id, null, annotation);
  }

  private async takeAway(id: string): Promise<Annotation | null> {
    const removed = await askBackground('annotation.delete', { id });
    this.marks.drop(id);
    this.overtake();
    return removed;
  }

  private async putBack(annotation: Annotation): Promise<void> {
    await askBackground('annotation.restore', annotation);
    this.marks.drop(annotation.id);
    this.marks.put(annotation);
    this.overtake();
  }

  private async retarget(id: string, range: Range): Promise<Annotation | null> {
    const before = this.get(id);
    if (!before) return null;
    const { target } = this.draft(range, before.color);
    const moved = await askBackground('annotation.retarget', { id, target });
    if (!moved) return null;
    this.marks.drop(id);
    this.marks.put(moved);
    this.overtake();
    this.history.add(id, before, moved);
    return moved;
  }
}
