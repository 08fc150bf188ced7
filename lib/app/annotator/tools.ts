import type { Place } from '../../annotation/index.ts';
import type { Annotation, AnnotationPatch, Color } from '../../annotation/schema.ts';
import type { SpanEnd } from '../../annotation/spans.ts';
import type { MarkAction, MarkState, Saying } from '../../messages/schema.ts';

/** What the tools on the page can do to its marks. */
export type PageActions = {
  mark(range: Range, color: Color, tags: string[]): Promise<Annotation>;
  edit(id: string, patch: AnnotationPatch): Promise<Annotation | null>;
  remove(id: string): Promise<Annotation | null>;
  /** Restores a deleted mark. Null where the mark was erased for good. */
  restore(id: string): Promise<Annotation | null>;
  /** Gives a mark a new place. */
  retarget(id: string, range: Range): Promise<Annotation | null>;
  /** Confirms the place at which a moved mark was found. */
  confirm(id: string): Promise<Annotation | null>;
  /** Undoes the last change of this page's marks, whichever view made it, or redoes the last undone change. */
  undoOrRedo(redo: boolean): Promise<void>;
  canUndoOrRedo(redo: boolean): boolean;
  /** Moves an end of a mark by so many characters. Returns the changed mark; null where the mark is gone. */
  stretch(id: string, end: SpanEnd, by: number): Promise<Annotation | null>;
  /**
   * Makes a function that gives a mark's range with one end at a boundary of the page; null where no words are left.
   * Reads the page once, so that a drag need not. Null where the mark has no place.
   */
  stretcher(id: string, end: SpanEnd): ((node: Node, offset: number) => Range | null) | null;
  /** Joins a mark with the one that touches it, with the notes and tags of both. */
  join(id: string): Promise<Annotation | null>;
  /** Whether a mark touches another. */
  canJoin(id: string): boolean;
  /** The meaning that the person gave a colour; empty where there is none. */
  meaningOf(color: Color): string;
  /** Copies the words of ranges with their source. False where the browser refuses. */
  cite(ranges: Range[]): Promise<boolean>;
  /** The mark at a point of the window, in CSS pixels. */
  at(x: number, y: number): Annotation | null;
  get(id: string): Annotation | null;
  stateOf(id: string): MarkState;
  placeOf(id: string): Range | null;
  /** Emphasises a passage until the next call; null ends it. */
  light(range: Range | null): void;
  /** The ids of the marks on the page, in the order of the page. */
  inOrder(): string[];
  /** The marks on the page, in no particular order. */
  placedMarks(): { color: Color; place: Place }[];
  /** Tags to suggest: those in use, then the page's keywords. */
  tags(): string[];
  /** Whether this script belongs to the installed version. A script from before an update can reach nothing. */
  alive(): boolean;
  /** Stops watching the page for late content. */
  stop(): void;
};

export type PageTools = {
  /** Does an action with the present selection. False where nothing is selected. */
  markSelection(action: MarkAction): boolean;
  /** Opens the card of the next mark. */
  step(): void;
  /** Makes the next selection the new place of this mark. */
  reattach(id: string): void;
  /** Redraws the tools after marks were added, removed or moved. */
  changed(): void;
  /** Updates how a mark shows after a change in another tab. */
  markChanged(id: string): void;
  /** Shows a sentence for some seconds. */
  say(saying: Saying): void;
  /** Removes the tools and their listeners from the page. */
  end(): void;
};

/** Puts the tools on a page. The session gets this function as a parameter, so that it can run without an interface. */
export type MountPageTools = (doc: Document, actions: PageActions) => PageTools;
