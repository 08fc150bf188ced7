import type { Place } from '../../annotation/index.ts';
import type { Annotation, AnnotationPatch, Color } from '../../annotation/schema.ts';
import type { SpanEnd } from '../../annotation/spans.ts';
import type { MarkAction, MarkState, Saying } from '../../messages/schema.ts';

/** What the tools on the page (toolbar and card) can do to its marks. */
export type PageActions = {
  mark(range: Range, color: Color, tags: string[]): Promise<Annotation>;
  edit(id: string, patch: AnnotationPatch): Promise<Annotation | null>;
  remove(id: string): Promise<Annotation | null>;
  /** Restores a deleted mark. Null where the mark has been erased for good. */
  restore(id: string): Promise<Annotation | null>;
  /** Moves a mark to a range. */
  retarget(id: string, range: Range): Promise<Annotation | null>;
  /** Makes the place that was guessed for a mark its certain place, after the user has confirmed it. */
  confirm(id: string): Promise<Annotation | null>;
  /**
   * Undoes the last change of this page's marks, wherever in the extension it was made. With `redo`, redoes the change
   * that was undone last.
   */
  undoOrRedo(redo: boolean): Promise<void>;
  canUndoOrRedo(redo: boolean): boolean;
  /** Moves one end of a mark by a number of characters. Returns the changed mark; null where it no longer exists. */
  stretch(id: string, end: SpanEnd, by: number): Promise<Annotation | null>;
  /**
   * Returns a function for dragging one end of a mark. It gives the mark's range with that end at a place of the page,
   * or null where no words are left. The page is read once and not at each step of the drag. Null where the mark has no
   * place.
   */
  stretcher(id: string, end: SpanEnd): ((node: Node, offset: number) => Range | null) | null;
  /** Joins a mark with one that touches it. The joined mark has the notes and tags of both. */
  join(id: string): Promise<Annotation | null>;
  /** Whether a mark touches another. */
  canJoin(id: string): boolean;
  /** What the colour means to the person; empty where the person has not said so. */
  meaningOf(color: Color): string;
  /** Copies the words of ranges together with their source. False where the browser refuses to copy. */
  cite(ranges: Range[]): Promise<boolean>;
  /** The mark at a point of the window, in CSS pixels. */
  at(x: number, y: number): Annotation | null;
  get(id: string): Annotation | null;
  stateOf(id: string): MarkState;
  placeOf(id: string): Range | null;
  /** Emphasises a passage until the next call. Null ends the emphasis. */
  light(range: Range | null): void;
  /** The ids of the marks that have a place, in the order of their places. */
  inOrder(): string[];
  /** The marks that have a place on the page, in no particular order. */
  placedMarks(): { color: Color; place: Place }[];
  /** Tags to suggest: first those in use, then the page's keywords. */
  tags(): string[];
  /** Whether the collection can only be read, because a newer version of the extension has written it. */
  readOnly(): boolean;
  /**
   * Whether the extension that injected this script still runs. A script from before an update cannot reach the
   * background.
   */
  alive(): boolean;
  /** Stops watching the page for content that arrives late. */
  stop(): void;
};

export type PageTools = {
  /** Applies an action to the present selection. False where nothing is selected. */
  markSelection(action: MarkAction): boolean;
  /** Opens the card of the next mark. */
  step(): void;
  /** Waits for a selection and makes it the new place of this mark. */
  reattach(id: string): void;
  /** Redraws the tools after marks were added, removed or moved. */
  changed(): void;
  /** Shows a mark as it is after a change in another tab. */
  markChanged(id: string): void;
  /** Shows a message for some seconds. */
  say(saying: Saying): void;
  /** Removes the tools and their listeners from the page. */
  end(): void;
};

/** Puts the tools on a page. A parameter of the session, so that tests can run it without an interface. */
export type MountPageTools = (doc: Document, actions: PageActions) => PageTools;
