import { endsSelecting } from './keyCommand.ts';

/**
 * The distance in CSS pixels from which a moving pointer counts as selecting. The clicks of a double click lie closer
 * together than this.
 */
const DRAG = 4;
/** The longest time in milliseconds between the clicks of a double click. */
const DOUBLE = 600;

type At = { x: number; y: number; time: number };

const apart = (a: At, b: At): number => Math.hypot(a.x - b.x, a.y - b.y);

/**
 * Tells whether a person has selected something. A page can select words by script at any time; a click elsewhere must
 * not then offer to mark them.
 */
export class SelectingGesture {
  private pressed: At | null = null;
  private isDouble = false;
  /** Whether the pointer is pressed, as far as this document knows. */
  isHeld = false;
  /** Whether the last press was a finger's. */
  isTouch = false;

  /** Takes note of a press of the pointer. The caller passes every press. */
  press({ clientX: x, clientY: y, timeStamp: time, isTrusted, pointerType }: PointerEvent): void {
    if (!isTrusted) return;
    const now = { x, y, time };
    this.isDouble =
      this.pressed !== null && time - this.pressed.time < DOUBLE && apart(this.pressed, now) < DRAG;
    this.pressed = now;
    this.isHeld = true;
    this.isTouch = pointerType === 'touch';
  }

  /** Whether the release of a pointer or key ends a selection that the person has made. */
  ends(event: PointerEvent | KeyboardEvent): boolean {
    if (!event.isTrusted) return false;
    if ('key' in event) return endsSelecting(event);
    this.isHeld = false;
    const now = { x: event.clientX, y: event.clientY, time: event.timeStamp };
    return event.shiftKey || this.isDouble || (this.pressed !== null && apart(this.pressed, now) >= DRAG);
  }
}

/** Milliseconds without a change after which a selection that no release ends counts as made. */
const RESTING = 400;

/**
 * Calls back when a selection is made of which this document receives no release. Drawn into a frame, it counts as made
 * when it stops changing while the pointer is over a frame, or when the pointer comes back released. A finger selects by
 * a long press and moves the ends by handles of the browser's; the document hears of the changes alone.
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
