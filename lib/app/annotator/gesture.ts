import { endsSelecting } from './keyCommand.ts';

/**
 * A pointer that moves by at least this distance (CSS pixels) is selecting. The two clicks of a double click lie closer
 * together.
 */
const DRAG = 4;
/** The longest time in milliseconds between the clicks of a double click. */
const DOUBLE = 600;

type At = { x: number; y: number; time: number };

const apart = (a: At, b: At): number => Math.hypot(a.x - b.x, a.y - b.y);

/**
 * Tells whether the user, and not a script of the page, has selected text. After a script has selected text, a click of
 * the user must not offer to mark that text.
 */
export class SelectingGesture {
  private pressed: At | null = null;
  private isDouble = false;
  /**
   * Whether the pointer is pressed, as far as this document knows. A release over a frame or another window is not
   * reported.
   */
  isHeld = false;
  /** Whether the last press was by a finger. */
  isTouch = false;

  /** `begun`: what another script of the extension has seen of a gesture before this script was loaded. */
  constructor(begun?: SelectingGesture) {
    Object.assign(this, begun);
  }

  /** Records a press of the pointer. The caller must pass every press. */
  press({ clientX: x, clientY: y, timeStamp: time, isTrusted, pointerType }: PointerEvent): void {
    if (!isTrusted) return;
    const now = { x, y, time };
    this.isDouble =
      this.pressed !== null && time - this.pressed.time < DOUBLE && apart(this.pressed, now) < DRAG;
    this.pressed = now;
    this.isHeld = true;
    this.isTouch = pointerType === 'touch';
  }

  /** Whether the release of a pointer or key ends a selection made by the person. */
  ends(event: PointerEvent | KeyboardEvent): boolean {
    if (!event.isTrusted) return false;
    if ('key' in event) return endsSelecting(event);
    this.isHeld = false;
    const now = { x: event.clientX, y: event.clientY, time: event.timeStamp };
    return event.shiftKey || this.isDouble || (this.pressed !== null && apart(this.pressed, now) >= DRAG);
  }
}

/**
 * Milliseconds without a change of the selection after which it counts as made, where no release of the pointer is
 * reported.
 */
const RESTING = 400;

/**
 * Calls back when a selection has been made although this document gets no event for the release of the pointer.
 * With a mouse, this happens when the person drags into a frame. The selection counts as made when it stops changing
 * while the pointer is over a frame, or when the pointer comes back released.
 * With a finger, a person selects by a long press and by the browser's handles. The document then gets only
 * `selectionchange`.
 */
export function endsWithoutRelease(
  doc: Document,
  gesture: SelectingGesture,
  signal: AbortSignal,
  ended: () => void,
): void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(resting);
    if (signal.aborted || !gesture.isHeld) return;
    gesture.isHeld = false;
    ended();
  };
  doc.addEventListener(
    'selectionchange',
    () => {
      clearTimeout(resting);
      if (gesture.isTouch) resting = setTimeout(() => signal.aborted || ended(), RESTING);
      else if (gesture.isHeld)
        resting = setTimeout(() => doc.querySelector('iframe:hover, frame:hover') && end(), RESTING);
    },
    { signal },
  );
  addEventListener(
    'pointermove',
    ({ isTrusted, buttons }) => {
      if (isTrusted && gesture.isHeld && buttons === 0) end();
    },
    { capture: true, passive: true, signal },
  );
}
