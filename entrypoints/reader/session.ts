import { mountPageTools, type PageTools } from '@/components/page/mount.tsx';
import { revealRange } from '@/components/page/reveal.ts';
import {
  anchorAll,
  annotationAt,
  draftFrom,
  flash,
  indexText,
  paint,
  type TextIndex,
} from '@/lib/annotation/index.ts';
import type { Annotation, AnnotationPatch, Color, TextQuoteSelector } from '@/lib/annotation/schema.ts';
import { canonicalUrl } from '@/lib/article/canonical.ts';
import { readArticle } from '@/lib/article/index.ts';
import type { PageReading } from '@/lib/collection/schema.ts';
import { askBackground, handleInPage, PizhuError } from '@/lib/messages/index.ts';
import { extractTaskLists } from '@/lib/tasks/index.ts';

/** One page with its marks, for as long as it is open. */
export class PageSession {
  private annotations: Annotation[] = [];
  private tags: string[] = [];
  private tools: PageTools;
  private readonly places = new Map<string, Range>();

  constructor(private readonly doc: Document) {
    this.tools = mountPageTools(doc, {
      mark: (range, color) => this.mark(range, color),
      edit: (id, patch) => this.edit(id, patch),
      remove: (id) => this.remove(id),
      restore: (annotation) => this.restore(annotation),
      openPanel: () => askBackground('panel.open', { articleId: this.annotations[0]?.articleId ?? null }),
      at: (x, y) => this.annotations.find(({ id }) => id === annotationAt(x, y)) ?? null,
      placeOf: (id) => this.places.get(id) ?? null,
      tags: () => this.tags,
    });
  }

  start(): void {
    handleInPage({
      'page.read': () => this.read(),
      'page.show': ({ quote }) => ({ found: this.show(quote) }),
      'page.showAnnotation': ({ id }) => ({ found: this.showAnnotation(id) }),
      'page.refresh': async () => {
        await this.refresh(false);
        return {};
      },
      'page.markSelection': ({ action }) => ({ made: this.tools.markSelection(action) }),
    });
    this.refresh(true).catch((error) => console.warn('Pizhu: marks not fetched', error));
  }

  private get page() {
    const { href } = this.doc.location;
    return { url: href, canonicalUrl: canonicalUrl(this.doc, href) };
  }

  private index(): TextIndex {
    return indexText(this.doc.body ?? this.doc.documentElement);
  }

  private read(): PageReading {
    // Browsers show a PDF within a small page of their own.
    const pdf =
      this.doc.contentType === 'application/pdf' || this.doc.querySelector('embed[type="application/pdf"]');
    if (pdf) throw new PizhuError('pdf');
    const article = readArticle(this.doc, { url: this.page.url, now: new Date() });
    return { ...this.page, article, taskLists: extractTaskLists(article.text, article) };
  }

  private async refresh(first: boolean): Promise<void> {
    const { annotations, tags } = await askBackground('page.marks', { ...this.page, first });
    this.tags = tags;
    this.repaint(annotations);
  }

  private repaint(annotations: Annotation[]): void {
    this.annotations = annotations;
    this.places.clear();
    if (annotations.length) {
      const anchored = anchorAll(annotations, this.index());
      annotations.forEach(({ id }) => {
        const place = anchored.get(id);
        if (place?.state !== 'found' || !place.range) return;
        const range = this.doc.createRange();
        range.setStart(place.range.startContainer, place.range.startOffset);
        range.setEnd(place.range.endContainer, place.range.endOffset);
        this.places.set(id, range);
      });
    }
    this.paintAll();
  }

  private paintAll(): void {
    paint(
      this.annotations.flatMap((annotation) => {
        const range = this.places.get(annotation.id);
        return range ? [{ id: annotation.id, color: annotation.color, range }] : [];
      }),
    );
  }

  private show(quote: TextQuoteSelector): boolean {
    const index = this.index();
    const place = anchorAll([{ id: 'quote', target: { selector: [quote] } }], index).get('quote');
    if (!place?.range) return false;
    const range = this.doc.createRange();
    range.setStart(place.range.startContainer, place.range.startOffset);
    range.setEnd(place.range.endContainer, place.range.endOffset);
    return this.revealAndFlash(range);
  }

  private showAnnotation(id: string): boolean {
    const range = this.places.get(id);
    return range ? this.revealAndFlash(range) : false;
  }

  private revealAndFlash(range: Range): boolean {
    revealRange(range);
    flash(range);
    return true;
  }

  private async mark(range: Range, color: Color): Promise<Annotation> {
    const draft = draftFrom(range, this.index(), { source: this.page.url, color, capturedText: null });
    const annotation = await askBackground('annotation.create', { draft, reading: this.read() });
    this.annotations.push(annotation);
    this.places.set(annotation.id, range.cloneRange());
    this.paintAll();
    return annotation;
  }

  private async edit(id: string, patch: AnnotationPatch): Promise<Annotation | null> {
    const edited = await askBackground('annotation.edit', { id, patch });
    if (!edited) return null;
    this.annotations = this.annotations.map((annotation) => (annotation.id === id ? edited : annotation));
    this.paintAll();
    return edited;
  }

  private async remove(id: string): Promise<Annotation | null> {
    const removed = await askBackground('annotation.delete', { id });
    this.annotations = this.annotations.filter((annotation) => annotation.id !== id);
    this.paintAll();
    return removed;
  }

  private async restore(annotation: Annotation): Promise<void> {
    await askBackground('annotation.restore', annotation);
    this.repaint([...this.annotations, annotation]);
  }
}
