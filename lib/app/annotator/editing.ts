import { draftFrom, shownText, withShownWords } from '../../annotation/index.ts';
import type { Annotation, AnnotationDraft, AnnotationPatch, Color } from '../../annotation/schema.ts';
import type { SpanEnd } from '../../annotation/spans.ts';
import type { Ask } from '../../messages/channel.ts';
import type { fromPages } from '../../messages/fromPages.ts';
import type { UndoState } from '../../messages/schema.ts';
import type { FetchedMarks } from './fetchedMarks.ts';
import { History } from './history.ts';
import type { Marks } from './marks.ts';
import { newId } from './newId.ts';

type Parts = {
  ask: Ask<typeof fromPages>;
  marks: Marks;
  fetched: FetchedMarks;
  /** The present address of the page. */
  url: () => string;
};

/** Makes, changes and deletes marks: first in the extension's database, then on the page. */
export class Editing {
  readonly history = new History((redo) => this.inTurn(() => this.step(redo)));

  /** Resolves when the last edit that waits for its turn is done, or has failed. Never rejects. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: Parts) {}

  /**
   * Describes a range as a mark that is not yet stored. Throws a RangeError where the range contains no text of the
   * page.
   */
  draft(range: Range, color: Color): AnnotationDraft {
    const { marks, url } = this.parts;
    const draft = draftFrom(range, marks.index(), { source: url(), color, capturedText: null });
    return { ...draft, target: withShownWords(draft.target, shownText(range)) };
  }

  /**
   * Marks a passage. If exactly these words are marked already, gives that mark the colour and the tags. First waits
   * for marks that are still being fetched or made. Otherwise, on a slow page, the same words could be marked twice.
   */
  mark(range: Range, color: Color, tags: string[]): Promise<Annotation> {
    return this.inTurn(() => this.markNow(range, color, tags));
  }

  /**
   * Makes an edit only when all earlier ones are done, because it builds on their result, such as the ends of a mark.
   */
  private inTurn<T>(edit: () => Promise<T>): Promise<T> {
    const done = this.last.then(edit);
    this.last = done.catch(() => {});
    return done;
  }

  private async markNow(range: Range, color: Color, tags: string[]): Promise<Annotation> {
    const { ask, marks, fetched } = this.parts;
    await fetched.settled();
    const known = marks.exactlyOn(range);
    const edited = known && (await this.edit(known.id, { color, addTags: tags }));
    if (edited) return edited;
    const draft = this.draft(range, color);
    for (const value of tags) draft.body.push({ type: 'TextualBody', purpose: 'tagging', value });
    const annotation = await ask('annotation.create', { id: newId(), draft });
    const isOfKnown = marks.annotations.some(({ articleId }) => articleId === annotation.articleId);
    marks.put(annotation);
    // Updates the marks from the background if a fetch under way may lack the new mark. If this is the first mark of
    // its article here, always fetches: the article may have been saved under another address, with more marks.
    if (isOfKnown) fetched.overtake();
    else fetched.fetch(false).catch(() => {});
    this.history.recordStep();
    return annotation;
  }

  async edit(id: string, patch: AnnotationPatch): Promise<Annotation | null> {
    const edited = await this.parts.ask('annotation.edit', { id, patch, step: newId() });
    if (!edited) return null;
    this.show(id, edited);
    this.history.recordStep();
    return edited;
  }

  async remove(id: string): Promise<Annotation | null> {
    const removed = await this.parts.ask('annotation.delete', { id });
    this.show(id, null);
    if (removed) this.history.recordStep();
    return removed;
  }

  /** Restores a deleted mark. Null where the mark has been erased for good. */
  async restore(id: string): Promise<Annotation | null> {
    const restored = await this.parts.ask('annotation.restore', { id });
    this.show(id, restored);
    this.history.recordStep();
    return restored;
  }

  /** Moves a mark to a range. Null where the mark no longer exists. */
  async retarget(id: string, range: Range): Promise<Annotation | null> {
    const before = this.parts.marks.get(id);
    if (!before) return null;
    const { target } = this.draft(range, before.color);
    const moved = await this.parts.ask('annotation.retarget', { id, target });
    if (!moved) return null;
    this.show(id, moved);
    this.history.recordStep();
    return moved;
  }

  /** Moves one end of a mark by a number of characters. Returns the unchanged mark where no words would be left. */
  stretch(id: string, end: SpanEnd, by: number): Promise<Annotation | null> {
    const { marks } = this.parts;
    return this.inTurn(async () => {
      const range = marks.stretched(id, end, by);
      return range ? this.retarget(id, range) : marks.get(id);
    });
  }

  /** Joins a mark with one that touches it. Returns the unchanged mark where no other mark touches it. */
  join(id: string): Promise<Annotation | null> {
    return this.inTurn(() => this.joinNow(id));
  }

  private async joinNow(id: string): Promise<Annotation | null> {
    const { marks, ask } = this.parts;
    const [mark, other, range] = [marks.get(id), marks.neighbourOf(id), marks.joinedRange(id)];
    if (!mark || !other || !range) return mark;
    const { target } = this.draft(range, mark.color);
    const kept = await ask('annotation.join', { id, other: other.id, target, step: newId() });
    this.show(other.id, null);
    this.show(id, kept);
    this.history.recordStep();
    return kept;
  }

  /**
   * Makes the place that was guessed for a mark its certain place, after the user has confirmed it. Null where the
   * mark was not found on the page.
   */
  async confirm(id: string): Promise<Annotation | null> {
    const range = this.parts.marks.rangeOf(id);
    return range && this.retarget(id, range);
  }

  private async step(redo: boolean): Promise<UndoState> {
    const { changed, history } = await this.parts.ask('annotation.go', { redo, step: newId() });
    for (const { id, annotation } of changed) this.show(id, annotation);
    return history;
  }

  /** Shows a changed mark on the page, or removes it where it no longer exists (null). */
  private show(id: string, annotation: Annotation | null): void {
    const { marks, fetched } = this.parts;
    if (annotation) marks.put(annotation);
    else marks.drop(id);
    fetched.overtake();
  }
}
