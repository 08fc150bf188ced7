import type { Place } from '../../annotation/index.ts';
import type { Annotation, AnnotationPatch, Color } from '../../annotation/schema.ts';
import type { MarkAction, MarkState } from '../../messages/schema.ts';

/** What the tools on the page can do to its marks. */
export type PageActions = {
  mark(range: Range, color: Color, tags: string[]): Promise<Annotation>;
  edit(id: string, patch: AnnotationPatch): Promise<Annotation | null>;
  remove(id: string): Promise<Annotation | null>;
  restore(annotation: Annotation): Promise<void>;
  /** Gives a mark a new place. */
  retarget(id: string, range: Range): Promise<Annotation | null>;
  /** Takes the place where a moved mark was found for its own. */
  confirm(id: string): Promise<Annotation | null>;
  /** Undoes the last thing done on this page, or redoes what was undone. */
  go(redo: boolean): Promise<void>;
  canGo(redo: boolean): boolean;
  /** The words of a range with their source, to be pasted. */
  cite(range: Range): Promise<string>;
  /** The mark at a point of the window, in CSS pixels. */
  at(x: number, y: number): Annotation | null;
  get(id: string): Annotation | null;
  stateOf(id: string): MarkState;
  placeOf(id: string): Range | null;
  /** Lights a passage up until the next call; null ends it. */
  light(range: Range | null): void;
  /** The ids of the marks that stand on the page, in its order. */
  inOrder(): string[];
  /** The marks that stand on the page, in no order. */
  standing(): { color: Color; place: Place }[];
  /** Tags to offer: those in use, then the page's keywords. */
  tags(): string[];
};

export type PageTools = {
  /** Does something with what is selected now. False where nothing is. */
  markSelection(action: MarkAction): boolean;
  /** Opens the card of the next mark. */
  step(): void;
  /** Makes the next selection the new place of this mark. */
  reattach(id: string): void;
  /** To be called when marks came, went or moved. */
  changed(): void;
  /** To be called when a mark was changed in another tab: what shows it shows the change. */
  markChanged(id: string): void;
};

/** Puts the tools on a page. The entrypoint gives it to the session, so that the session runs without any interface. */
export type MountPageTools = (doc: Document, actions: PageActions) => PageTools;
