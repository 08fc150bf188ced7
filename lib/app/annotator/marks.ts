import {
  type Anchored,
  anchorAll,
  flash,
  hasLightWords,
  indexText,
  inPageOrder,
  light,
  markOn,
  type Place,
  paint,
  rangeAt,
  wordsAt,
} from '../../annotation/index.ts';
import type { Annotation, TextQuoteSelector } from '../../annotation/schema.ts';
import {
  areNeighbours,
  joined,
  nextTo,
  type Span,
  type SpanEnd,
  withEnd,
  withEndMoved,
} from '../../annotation/spans.ts';
import { placeOfSpan, rawOffset, spanOfRange, type TextIndex } from '../../annotation/textIndex.ts';
import type { MarkState } from '../../messages/schema.ts';

/** The place of a mark on the page, and the text found there. `dark`: whether that text is light, as on a dark page. */
type FoundPlace = { state: 'found' | 'moved'; place: Place; words: string; dark: boolean };

/** A mark that is painted on the page now. */
export type PlacedMark = { annotation: Annotation; state: 'found' | 'moved'; place: Place };

/** The marks of one document, each with its state and its place. */
export class Marks {
  annotations: Annotation[] = [];
  /** The open shadow roots that the last reading of the page found. */
  shadows: ShadowRoot[] = [];
  private places = new Map<string, FoundPlace>();
  private texts: ReadonlyMap<string, string> = new Map();

  constructor(
    private readonly doc: Document,
    private readonly changed: () => void,
  ) {}

  index() {
    const index = indexText(this.doc.body ?? this.doc.documentElement);
    this.shadows = index.shadows;
    return index;
  }

  /**
   * Sets the marks of the page and finds their places. `texts`: captured texts by their SHA-256. A mark that is still
   * at its place is not searched for again. So one changed mark does not cost a search for all.
   */
  set(annotations: Annotation[], texts: ReadonlyMap<string, string>): void {
    const placedMarks = annotations.filter((annotation) => this.isStillPlaced(annotation));
    const kept = new Map(placedMarks.map(({ id }) => [id, this.places.get(id)!]));
    this.annotations = annotations;
    this.texts = texts;
    this.places = kept;
    this.search(annotations.filter(({ id }) => !kept.has(id)));
  }

  /** Adds a mark, or replaces its earlier form. */
  put(annotation: Annotation): void {
    const stands = this.isStillPlaced(annotation);
    const known = this.get(annotation.id) !== null;
    this.annotations = known
      ? this.annotations.map((one) => (one.id === annotation.id ? annotation : one))
      : [...this.annotations, annotation];
    if (stands) this.repaint();
    else this.search([annotation]);
  }

  get = (id: string | null): Annotation | null =>
    this.annotations.find((annotation) => annotation.id === id) ?? null;

  /** Whether the text that a mark quotes was found with certainty, and is still at that place. */
  private isStillPlaced({ id, target }: Annotation): boolean {
    const known = this.get(id);
    return (
      this.placeNow(id)?.state === 'found' &&
      known !== null &&
      JSON.stringify(known.target) === JSON.stringify(target)
    );
  }

  drop(id: string): void {
    this.annotations = this.annotations.filter((annotation) => annotation.id !== id);
    this.places.delete(id);
    this.repaint();
  }

  /**
   * Searches again for marks without a certain place, and for marks whose words the page has replaced. Returns whether
   * the state of any mark changed.
   */
  searchAgain(): boolean {
    const lost = this.annotations.filter(({ id }) => this.state(id) !== 'found');
    if (lost.length === 0) return false;
    const before = JSON.stringify(this.states());
    this.search(lost);
    return before !== JSON.stringify(this.states());
  }

  private placeNow(id: string): FoundPlace | null {
    const placed = this.places.get(id);
    return placed && wordsAt(placed.place) === placed.words ? placed : null;
  }

  state = (id: string): MarkState => this.placeNow(id)?.state ?? 'missing';

  states = (): Record<string, MarkState> =>
    Object.fromEntries(this.annotations.map(({ id }) => [id, this.state(id)]));

  /** The range of a mark. Null where it has no place, or where the page has replaced its words. */
  rangeOf(id: string): Range | null {
    const placed = this.placeNow(id);
    return placed && rangeAt(placed.place);
  }

  /** Finds a quote on the page; null where the page lacks it. */
  find(quote: TextQuoteSelector): Range | null {
    const found = anchorAll([{ id: 'quote', target: { selector: [quote] } }], this.index()).get('quote');
    return found?.range ? rangeAt(found.range) : null;
  }

  /** The mark on exactly the words of a range; null where there is none. */
  exactlyOn = (range: Range): Annotation | null =>
    markOn(this.index(), range, this.placedMarks())?.annotation ?? null;

  /** The marks that have a place on the page, in the order in which they were made. */
  placedMarks(): PlacedMark[] {
    return this.annotations.flatMap((annotation) => {
      const placed = this.placeNow(annotation.id);
      return placed ? [{ annotation, state: placed.state, place: placed.place }] : [];
    });
  }

  /** The ids of the marks that have a place, in the order of their places. */
  inOrder(): string[] {
    return this.placedMarks()
      .sort((a, b) => inPageOrder(a.place, b.place))
      .map(({ annotation }) => annotation.id);
  }

  /** Returns a function for dragging one end of a mark, as `PageActions.stretcher` in tools.ts describes. */
  stretcher(id: string, end: SpanEnd): ((node: Node, offset: number) => Range | null) | null {
    const placed = this.placeNow(id);
    if (!placed) return null;
    const index = this.index();
    const span = spanOfRange(index, placed.place);
    return (
      span &&
      ((node, offset) => {
        const at = rawOffset(index, node, offset);
        return at === null ? null : this.rangeOfSpan(index, withEnd(index, span, end, at));
      })
    );
  }

  /** The range of a mark with one end moved by a number of characters. Null where no words are left. */
  stretched(id: string, end: SpanEnd, by: number): Range | null {
    const placed = this.placeNow(id);
    if (!placed) return null;
    const index = this.index();
    const span = spanOfRange(index, placed.place);
    return span && this.rangeOfSpan(index, withEndMoved(index, span, end, by));
  }

  /**
   * The neighbour of a mark: a mark of the same article that overlaps it, or from which only white space separates it.
   * Prefers the neighbour after the mark to the one before.
   */
  neighbourOf(id: string): Annotation | null {
    return this.touching(id)?.annotation ?? null;
  }

  /** The range that covers a mark and its neighbour; null where there is no neighbour. */
  joinedRange(id: string): Range | null {
    const found = this.touching(id);
    return found && this.rangeOfSpan(found.index, joined(found.index, [found.span, found.own]));
  }

  private touching(id: string) {
    const [mark, placed] = [this.get(id), this.placeNow(id)];
    if (!mark || !placed) return null;
    const index = this.index();
    const own = spanOfRange(index, placed.place);
    if (!own) return null;
    const others = this.placedMarks().flatMap(({ annotation, place }) => {
      const span =
        annotation.articleId === mark.articleId && annotation.id !== id ? spanOfRange(index, place) : null;
      return span && areNeighbours(index, own, span) ? [{ ...span, annotation }] : [];
    });
    const other = nextTo(own, others, 'after') ?? nextTo(own, others, 'before') ?? others[0];
    return other ? { annotation: other.annotation, span: other, own, index } : null;
  }

  private rangeOfSpan(index: TextIndex, span: Span | null): Range | null {
    const place = span && placeOfSpan(index, span);
    return place && rangeAt(place);
  }

  flash = (range: Range) => flash(range);
  light = (range: Range | null) => light(range);

  /** Repaints the marks after the page has changed between dark and light. */
  shadeAnew(): void {
    for (const placed of this.places.values())
      placed.dark = hasLightWords(placed.place.startContainer.parentElement);
    this.repaint();
  }

  private search(annotations: Annotation[]): void {
    if (annotations.length)
      for (const [id, anchored] of anchorAll(annotations, this.index(), this.texts)) this.place(id, anchored);
    this.repaint();
  }

  private place(id: string, { state, range }: Anchored): void {
    const words = range && wordsAt(range);
    if (range && words !== null)
      this.places.set(id, {
        state,
        place: range,
        words,
        dark: hasLightWords(range.startContainer.parentElement),
      });
    else this.places.delete(id);
  }

  private repaint(): void {
    paint(
      this.placedMarks().map(({ annotation: { id, color }, state, place }) => ({
        id,
        color,
        // Uses static ranges, because each live range would slow down every change of the page. If the page replaces
        // the text of a mark, `searchAgain` finds the mark again.
        range: new StaticRange(place),
        moved: state === 'moved',
        dark: this.places.get(id)?.dark,
      })),
    );
    this.changed();
  }
}
