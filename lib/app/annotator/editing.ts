import { draftFrom, shownText, withShownWords } from '../../annotation/index.ts';
import type { Annotation, AnnotationDraft, AnnotationPatch, Color } from '../../annotation/schema.ts';
import type { Ask } from '../../messages/channel.ts';
import type { fromPages } from '../../messages/fromPages.ts';
import type { FetchedMarks } from './fetchedMarks.ts';
import { History } from './history.ts';
import type { Marks } from './marks.ts';

type Parts = {
  ask: Ask<typeof fromPages>;
  marks: Marks;
  fetched: FetchedMarks;
  /** The page's present address. */
  url: () => string;
};

/** Creates, changes and deletes marks: first in the collection, then on the page, then in the history. */
export class Editing {
  readonly history = new History((id, annotation) => (annotation ? this.putBack(annotation) : this.drop(id)));

  constructor(private readonly parts: Parts) {}

  /** Describes a range as a draft of a mark. Throws a RangeError where the range holds no words of the page. */
  draft(range: Range, color: Color): AnnotationDraft {
    const { marks, url } = this.parts;
    const draft = draftFrom(range, marks.index(), { source: url(), color, capturedText: null });
    return { ...draft, target: withShownWords(draft.target, shownText(range)) };
  }

  /** Marks a passage. Where its words are marked already, that mark gets the colour and the tags. */
  async mark(range: Range, color: Color, tags: string[]): Promise<Annotation> {
    const { ask, marks, fetched } = this.parts;
    const known = marks.on(range);
    const edited = known && (await this.edit(known.id, { color, addTags: tags }));
    if (edited) return edited;
    const draft = this.draft(range, color);
    for (const value of tags) draft.body.push({ type: 'TextualBody', purpose: 'tagging', value });
    const annotation = await ask('annotation.create', { draft });
    const isOfKnown = marks.annotations.some(({ articleId }) => articleId === annotation.articleId);
    marks.put(annotation);
    // The article may be saved under another address with marks of its own, which belong to this page too.
    if (isOfKnown) fetched.overtake();
    else fetched.fetch(false).catch(() => {});
    this.history.add(annotation.id, null, annotation);
    return annotation;
  }

  async edit(id: string, patch: AnnotationPatch): Promise<Annotation | null> {
    const before = this.parts.marks.get(id);
    const edited = await this.parts.ask('annotation.edit', { id, patch });
    if (!edited) return null;
    this.show(edited);
    if (before) this.history.add(id, before, edited, Object.keys(patch).join());
    return edited;
  }

  async remove(id: string): Promise<Annotation | null> {
    const removed = await this.drop(id);
    if (removed) this.history.add(id, removed, null);
    return removed;
  }

  async restore(annotation: Annotation): Promise<void> {
    await this.putBack(annotation);
    this.history.add(annotation.id, null, annotation);
  }

  /** Gives a mark the place of a range. Null where the mark is gone. */
  async retarget(id: string, range: Range): Promise<Annotation | null> {
    const before = this.parts.marks.get(id);
    if (!before) return null;
    const { target } = this.draft(range, before.color);
    const moved = await this.parts.ask('annotation.retarget', { id, target });
    if (!moved) return null;
    this.show(moved);
    this.history.add(id, before, moved);
    return moved;
  }

  /** Confirms the place at which a moved mark was found. Null where the mark does not stand on the page. */
  async confirm(id: string): Promise<Annotation | null> {
    const range = this.parts.marks.rangeOf(id);
    return range && this.retarget(id, range);
  }

  private async drop(id: string): Promise<Annotation | null> {
    const { ask, marks, fetched } = this.parts;
    const removed = await ask('annotation.delete', { id });
    marks.drop(id);
    fetched.overtake();
    return removed;
  }

  private async putBack(annotation: Annotation): Promise<void> {
    await this.parts.ask('annotation.restore', annotation);
    this.show(annotation);
  }

  private show(annotation: Annotation): void {
    this.parts.marks.put(annotation);
    this.parts.fetched.overtake();
  }
}
