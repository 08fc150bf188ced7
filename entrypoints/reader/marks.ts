import {
  type Anchored,
  anchorAll,
  flash,
  indexText,
  light,
  type Place,
  paint,
} from '@/lib/annotation/index.ts';
import type { Annotation, TextQuoteSelector } from '@/lib/annotation/schema.ts';
import type { MarkState } from '@/lib/messages/schema.ts';

/** The marks of one document: which there are, how each stands, and where. */
export class Marks {
  annotations: Annotation[] = [];
  private places = new Map<string, Placed>();

  constructor(
    private readonly doc: Document,
    private readonly changed: () => void,
  ) {}

  index() {
    return indexText(this.doc.body ?? this.doc.documentElement);
  }

  /** Takes these marks for the page's and finds their places. */
  set(annotations: Annotation[]): void {
    this.annotations = annotations;
    this.places.clear();
    this.look(annotations);
  }

  /** Takes in one mark, new or changed; `place` where it is known already. */
  put(annotation: Annotation, place?: Place): void {
    const others = this.annotations.filter(({ id }) => id !== annotation.id);
    const known = this.annotations.some(({ id }) => id === annotation.id);
    this.annotations = known
      ? this.annotations.map((one) => (one.id === annotation.id ? annotation : one))
      : [...others, annotation];
    if (place) this.place(annotation.id, { state: 'found', range: place });
    if (this.places.has(annotation.id)) this.repaint();
    else this.look([annotation]);
  }

  drop(id: string): void {
    this.annotations = this.annotations.filter((annotation) => annotation.id !== id);
    this.places.delete(id);
    this.repaint();
  }

  /** Looks again for marks that are not surely found, and for those whose words the page has replaced. */
  again(): boolean {
    const lost = this.annotations.filter(({ id }) => this.state(id) !== 'found');
    if (lost.length === 0) return false;
    const before = JSON.stringify(this.states());
    this.look(lost);
    return before !== JSON.stringify(this.states());
  }

  state = (id: string): MarkState => {
    const placed = this.places.get(id);
    return placed && stands(this.doc, placed) ? placed.state : 'missing';
  };

  states = (): Record<string, MarkState> =>
    Object.fromEntries(this.annotations.map(({ id }) => [id, this.state(id)]));

  /** Where a mark stands; null where it does not, or where its words have been replaced. */
  rangeOf(id: string): Range | null {
    const placed = this.places.get(id);
    return placed && stands(this.doc, placed) ? liveRange(this.doc, placed.range) : null;
  }

  /** Where words of the page stand. */
  find(quote: TextQuoteSelector): Range | null {
    const place = anchorAll([{ id: 'quote', target: { selector: [quote] } }], this.index()).get('quote');
    return place?.range ? liveRange(this.doc, place.range) : null;
  }

  /** The marks in the order of the page, those that are nowhere left out. */
  inOrder(): string[] {
    const standing = this.annotations.flatMap(({ id }) => {
      const range = this.rangeOf(id);
      return range ? [{ id, range }] : [];
    });
    return standing
      .sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range))
      .map(({ id }) => id);
  }

  flash = (range: Range) => flash(range);
  light = (range: Range | null) => light(range);

  private look(annotations: Annotation[]): void {
    if (annotations.length)
      for (const [id, anchored] of anchorAll(annotations, this.index())) this.place(id, anchored);
    this.repaint();
  }

  private place(id: string, { state, range }: Anchored): void {
    if (range) this.places.set(id, { state, range, words: liveRange(this.doc, range).toString() });
    else this.places.delete(id);
  }

  private repaint(): void {
    paint(
      this.annotations.flatMap(({ id, color }) => {
        const range = this.rangeOf(id);
        // A static range costs the page nothing when it changes; `again` mends what a change has spoilt.
        return range ? [{ id, color, range: new StaticRange(range), moved: this.state(id) === 'moved' }] : [];
      }),
    );
    this.changed();
  }
}

/** A place and the words that stood there when it was found. */
type Placed = { state: 'found' | 'moved'; range: Place; words: string };

/** Whether the words still stand in the page, where they were found. */
function stands(doc: Document, { range, words }: Placed): boolean {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  return (
    startContainer.isConnected &&
    endContainer.isConnected &&
    startOffset <= startContainer.length &&
    endOffset <= endContainer.length &&
    liveRange(doc, range).toString() === words
  );
}

function liveRange(doc: Document, place: Place): Range {
  const range = doc.createRange();
  range.setStart(place.startContainer, place.startOffset);
  range.setEnd(place.endContainer, place.endOffset);
  return range;
}
